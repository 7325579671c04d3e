import { createRequire } from 'node:module';

export type Face = 'gothic' | 'gothic-bold' | 'mincho' | 'mincho-bold';

/**
 * BIZ UD fonts (SIL Open Font License), whole TrueType files. All four hold the same 11,741 characters, so that no face can stand in
 * for another's gap.
 */
const FILES: Readonly<Record<Face, string>> = {
  gothic: '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
  'gothic-bold': '@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf',
  mincho: '@expo-google-fonts/biz-udpmincho/400Regular/BIZUDPMincho_400Regular.ttf',
  'mincho-bold': '@expo-google-fonts/biz-udpmincho/700Bold/BIZUDPMincho_700Bold.ttf',
};

export function fontFile(face: Face): string {
  return createRequire(import.meta.url).resolve(FILES[face]);
}
