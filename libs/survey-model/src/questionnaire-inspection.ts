/** One wrong place of a questionnaire file, by its path such as "sections[0].questions[2].code". */
export interface QuestionnaireError {
  readonly path: string;
  readonly ja: string;
  readonly en: string;
}

export type Fields = Readonly<Record<string, unknown>>;

/** Letters, digits, "-" and "_"; no leading "_", which marks the platform's own values. */
const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;
const PLACEHOLDER = /\{(?!organisation\})[^{}]*\}/;

/** Looks at values of unknown shape and gathers all that is wrong; each method returns the value where it is right, else undefined. */
export class QuestionnaireInspection {
  readonly errors: QuestionnaireError[] = [];

  report(path: string, ja: string, en: string): undefined {
    this.errors.push({ path, ja, en });
    return undefined;
  }

  /** An object with the required keys and none but the known ones. */
  object(
    value: unknown,
    path: string,
    required: readonly string[],
    optional: readonly string[] = [],
  ): Fields | undefined {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return this.report(path, 'オブジェクト({ })が必要です。', 'An object is expected.');
    }
    for (const key of required) {
      if (!Object.hasOwn(value, key)) this.report(join(path, key), 'この項目が必要です。', 'This field is required.');
    }
    for (const key of Object.keys(value)) {
      if (!required.includes(key) && !optional.includes(key)) {
        this.report(
          join(path, key),
          '知らない項目です。つづりを確かめてください。',
          'Unknown field. Check its spelling.',
        );
      }
    }
    return value as Fields;
  }

  list(value: unknown, path: string, min: number, max: number): readonly unknown[] | undefined {
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) return this.report(path, '配列([ ])が必要です。', 'A list is expected.');
    if (value.length < min || value.length > max) {
      return this.report(
        path,
        `${min} 個から ${max} 個までにしてください。`,
        `Between ${min} and ${max} entries are allowed.`,
      );
    }
    return value as unknown[];
  }

  /** Text that people read: not blank, and without a placeholder that nobody fills. */
  text(value: unknown, path: string, max: number): string | undefined {
    if (value === undefined) return undefined;
    if (typeof value !== 'string' || value.trim() === '') {
      return this.report(path, '空でない文字列が必要です。', 'A text that is not blank is expected.');
    }
    if (value.length > max) return this.report(path, `${max} 文字までです。`, `At most ${max} characters are allowed.`);
    if (PLACEHOLDER.test(value)) {
      return this.report(path, '差し込めるのは {organisation} だけです。', 'Only {organisation} can be filled in.');
    }
    return value;
  }

  /** A key or code; `taken` holds those seen before. Names that every object has are refused: answers are looked up by code. */
  id(value: unknown, path: string, taken: Set<string>): string | undefined {
    if (value === undefined) return undefined;
    if (typeof value !== 'string' || !ID.test(value) || value in {}) {
      return this.report(
        path,
        '半角の英数字・「-」・「_」で 40 文字まで、英数字で始めてください。',
        'Use up to 40 letters, digits, "-" and "_", beginning with a letter or digit.',
      );
    }
    if (taken.has(value)) return this.report(path, `「${value}」が重複しています。`, `"${value}" is used twice.`);
    taken.add(value);
    return value;
  }

  integer(value: unknown, path: string, min: number, max: number): number | undefined {
    if (value === undefined) return undefined;
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
    return this.report(
      path,
      `${min} から ${max} までの整数が必要です。`,
      `An integer from ${min} to ${max} is expected.`,
    );
  }
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
