export interface Zone {
  readonly path: string;
  readonly libs: readonly string[];
  readonly packages?: readonly string[];
}
export const LIBS: readonly string[];
export const ZONES: readonly Zone[];
export const MIGRATION_PACKAGES: readonly string[];
export const RELEASE_MINTS: readonly string[];
