import { TextField } from '../components/text-field.js';
import { useMessages } from '../language/language.js';
import { sessionMessages } from '../messages/session.js';
import { PASSWORD_MIN, type PasswordFault } from './password-rule.js';

interface NewPasswordFieldsProps {
  readonly password: string;
  readonly repeated: string;
  readonly onPassword: (password: string) => void;
  readonly onRepeated: (repeated: string) => void;
  readonly fault: PasswordFault | null;
}

export function NewPasswordFields(props: NewPasswordFieldsProps) {
  const messages = useMessages(sessionMessages);
  return (
    <>
      <TextField
        label={messages.newPassword}
        hint={messages.newPasswordHint(PASSWORD_MIN)}
        error={props.fault === 'too-short' ? messages.passwordTooShort(PASSWORD_MIN) : null}
        value={props.password}
        onChange={props.onPassword}
        type="password"
        autoComplete="new-password"
        required
      />
      <TextField
        label={messages.repeatPassword}
        error={props.fault === 'different' ? messages.passwordsDiffer : null}
        value={props.repeated}
        onChange={props.onRepeated}
        type="password"
        autoComplete="new-password"
        required
      />
    </>
  );
}
