/** One field of an import file: what its column may be called. */
export interface ColumnDefinition<Field extends string> {
  readonly field: Field;
  /** Japanese name, which is also the header that exports write. */
  readonly label: string;
  readonly required: boolean;
  /** Further headers. Compared without regard to case, width, spaces, "_", "-" and brackets. */
  readonly synonyms: readonly string[];
}

/** Field -> header of the file. A field that is left out is not read. */
export type ColumnMapping<Field extends string> = Readonly<Partial<Record<Field, string>>>;

/** A header as it is compared: "Staff_No." and "ｓｔａｆｆ ｎｏ" are the same. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.・\-‐]/g, '');
}
