export { openTable, readTable } from './open-table.js';
export type { CollectedTable, OpenTableOptions, ReadTableOptions, Table, TableRow } from './table.js';
export { toCsv, type CsvCell, type ToCsvOptions } from './csv/to-csv.js';
