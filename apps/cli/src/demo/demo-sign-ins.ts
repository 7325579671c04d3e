/** Published on purpose, and therefore refused on any address but localhost. */
export const DEMO_PASSWORD = 'nobinobi-demo';
export const HR_LOGIN = 'jinji';

/** Whom `npm start -- --demo` prints: HR, a department head, one of the staff. */
export const DEMO_SIGN_INS = [
  { who: '人事課  ', login: HR_LOGIN, password: DEMO_PASSWORD },
  { who: '部長    ', login: '100001', password: DEMO_PASSWORD },
  { who: '職員    ', login: '100004', password: DEMO_PASSWORD },
] as const;
