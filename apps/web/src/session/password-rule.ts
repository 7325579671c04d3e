/** Same rule as the api's (NIST SP 800-63B: length counts, not kinds of characters). */
export const PASSWORD_MIN = 10;

export type PasswordFault = 'too-short' | 'different';

/** Why this new password cannot be taken, or null. */
export function passwordFault(password: string, repeated: string): PasswordFault | null {
  if (password.length < PASSWORD_MIN) return 'too-short';
  return password === repeated ? null : 'different';
}
