import { readFileSync } from 'node:fs';
import { DomainError, type LineError } from '#survey-model';
import { validateSync } from 'class-validator';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Fills a settings class from the environment and validates it with its decorators. Where NAME_FILE is set, the value is that file's
 * content: secrets then need not stand in an environment that a process list or a crash report may show.
 * @throws DomainError "bad-settings" with every wrong setting by name, what is wrong and what to do.
 */
export function readSettings<T extends object>(
  Settings: new () => T,
  environment: Environment,
  names: Record<keyof T & string, string>,
): T {
  const settings = new Settings();
  for (const [property, name] of Object.entries(names) as [keyof T & string, string][]) {
    const value = settingOf(environment, name);
    if (value !== undefined && value !== '') (settings as Record<string, unknown>)[property] = value;
  }
  const errors = validateSync(settings).map((error): LineError => {
    const name = names[error.property as keyof T & string] ?? error.property;
    const reasons = Object.values(error.constraints ?? {}).join(' / ');
    return { line: 0, column: name, ja: `${name}: ${reasons}`, en: `${name}: ${reasons}` };
  });
  if (errors.length === 0) return settings;
  const list = errors.map(({ ja }) => `  - ${ja}`).join('\n');
  throw new DomainError(
    'invalid',
    'bad-settings',
    `設定に誤りがあります。README の設定表を確かめてください。\n${list}`,
    `Settings are wrong; see the table in README.\n${list}`,
    {},
    errors,
  );
}

function settingOf(environment: Environment, name: string): string | undefined {
  const file = environment[`${name}_FILE`];
  if (!file) return environment[name]?.trim();
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const reason = String(error);
    throw new DomainError(
      'invalid',
      'bad-settings',
      `${name}_FILE: ${file} を読めません(${reason})。場所と権限を確かめてください。`,
      `${name}_FILE: cannot read ${file} (${reason}). Check the path and its permissions.`,
      { field: name },
    );
  }
}
