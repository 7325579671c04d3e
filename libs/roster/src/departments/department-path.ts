/** In the order of preference: a path is divided by the first of these that occurs in it, so that a name may hold the later ones. */
const SEPARATORS = [/[>＞»]/u, /[→⇒]/u, /[|｜]/u, /[/／]/u, /[\s\u3000]+/u];

/**
 * Names from the top to the innermost department: 「総務部/人事課/給与チーム」. Divided by ＞ > → | / ／, or by spaces where there is none of
 * these; 「・」 belongs to names (地域・文化部) and never divides. A separator at the end shows that spaces belong to the name.
 */
export function splitDepartmentPath(text: string): string[] {
  const separator = SEPARATORS.find((each) => each.test(text));
  const names = separator ? text.split(separator) : [text];
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

/** The text that `splitDepartmentPath` reads back, for names without ">". */
export function departmentPathText(names: readonly string[]): string {
  const text = names.join('>');
  return names.length === 1 && SEPARATORS.some((each) => each.test(text)) ? `${text}>` : text;
}

/** Codes from the top to the innermost department, divided by "/" or ">". */
export function splitCodePath(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[/>]/)
    .map((code) => code.trim())
    .filter((code) => code !== '');
}

/** A name as it is compared: width, case and spaces do not matter. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}

/** One text for a whole path, as it is compared. */
export function pathKey(names: readonly string[]): string {
  return names.map(nameKey).join('\u001f');
}

/** Any text of up to 64 characters without spaces and the signs that divide paths and lists of posts. */
export function isDepartmentCode(code: string): boolean {
  return /^[^\s/>;:,、"]{1,64}$/u.test(code);
}
