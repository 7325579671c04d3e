/** Staff numbers in pasted text, each once, in the order they come: separated by spaces, new lines, tabs or commas of any width. */
export const staffNumbersIn = (text: string): string[] => [
  ...new Set(
    text
      .normalize('NFKC')
      .split(/[\s,、;]+/u)
      .filter((part) => part !== ''),
  ),
];
