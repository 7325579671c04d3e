export function clientFiles(
  document: unknown,
): Promise<Record<'openapi.generated.json' | 'schema.generated.ts', string>>;
