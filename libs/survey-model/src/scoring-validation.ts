import type { Scale } from './questionnaire.js';
import type { ScalesByCode } from './question-validation.js';
import type { QuestionnaireInspection } from './questionnaire-inspection.js';

/** Checks what is scored against the questions there are: known scale questions of one scale, categories made of them, bands in order. */
export function inspectScoring(inspection: QuestionnaireInspection, value: unknown, scales: ScalesByCode): void {
  const scoring = inspection.object(value, 'scoring', ['items', 'categories', 'bands'], ['outcomes']);
  if (!scoring) return;
  const { scored, scale } = inspectItems(inspection, scoring['items'], scales);
  inspectCategories(inspection, scoring['categories'], scored);
  if (scoring['outcomes'] !== undefined)
    inspectScoredCodes(inspection, scoring['outcomes'], 'scoring.outcomes', scored);
  if (scoring['bands'] !== null && scoring['bands'] !== undefined) inspectBands(inspection, scoring['bands'], scale);
}

function inspectItems(
  inspection: QuestionnaireInspection,
  value: unknown,
  scales: ScalesByCode,
): { scored: Set<string>; scale: Scale | undefined } {
  const scored = new Set<string>();
  let first: Scale | undefined;
  inspection.list(value, 'scoring.items', 1, 200)?.forEach((code, index) => {
    const path = `scoring.items[${index}]`;
    if (typeof code !== 'string' || !scales.has(code) || scales.get(code) === null) {
      inspection.report(
        path,
        `「${String(code)}」は尺度の設問ではありません。`,
        `"${String(code)}" is not a scale question.`,
      );
      return;
    }
    if (scored.has(code)) inspection.report(path, `「${code}」が重複しています。`, `"${code}" is listed twice.`);
    scored.add(code);
    const scale = scales.get(code);
    if (!scale) return;
    first ??= scale;
    if (scale.min !== first.min || scale.max !== first.max) {
      inspection.report(
        path,
        `得点にする項目は同じ尺度(${first.min}〜${first.max})にしてください。`,
        `Scored items must share one scale (${first.min} to ${first.max}).`,
      );
    }
  });
  return { scored, scale: first };
}

function inspectCategories(inspection: QuestionnaireInspection, value: unknown, scored: ReadonlySet<string>): void {
  const keys = new Set<string>();
  inspection.list(value, 'scoring.categories', 0, 50)?.forEach((entry, index) => {
    const path = `scoring.categories[${index}]`;
    const category = inspection.object(entry, path, ['key', 'name', 'items']);
    inspection.id(category?.['key'], `${path}.key`, keys);
    inspection.text(category?.['name'], `${path}.name`, 200);
    inspectScoredCodes(inspection, category?.['items'], `${path}.items`, scored);
  });
}

/** A list of scored items, each once. */
function inspectScoredCodes(
  inspection: QuestionnaireInspection,
  value: unknown,
  path: string,
  scored: ReadonlySet<string>,
): void {
  const seen = new Set<unknown>();
  inspection.list(value, path, 1, 200)?.forEach((code, index) => {
    const at = `${path}[${index}]`;
    if (typeof code !== 'string' || !scored.has(code)) {
      inspection.report(
        at,
        `「${String(code)}」は scoring.items にありません。`,
        `"${String(code)}" is not in scoring.items.`,
      );
    } else if (seen.has(code)) inspection.report(at, `「${code}」が重複しています。`, `"${code}" is listed twice.`);
    seen.add(code);
  });
}

function inspectBands(inspection: QuestionnaireInspection, value: unknown, scale: Scale | undefined): void {
  const bands = inspection.object(value, 'scoring.bands', ['high', 'norm', 'low']);
  if (!bands) return;
  const [low, norm, high] = (['low', 'norm', 'high'] as const).map((key) => {
    const threshold = bands[key];
    if (threshold === undefined) return undefined;
    // Thresholds are compared exactly as decimals; a number written with an exponent is none.
    if (typeof threshold === 'number' && /^\d+(?:\.\d+)?$/.test(String(threshold))) return threshold;
    return inspection.report(`scoring.bands.${key}`, '小数が必要です。', 'A decimal number is expected.');
  });
  if (low === undefined || norm === undefined || high === undefined) return;
  if (!(low < norm && norm < high)) {
    inspection.report(
      'scoring.bands',
      'low < norm < high の順にしてください。',
      'The order must be low < norm < high.',
    );
  }
  if (scale && (low < scale.min || high > scale.max)) {
    inspection.report(
      'scoring.bands',
      `判定の基準は尺度(${scale.min}〜${scale.max})の中にしてください。`,
      `The thresholds must lie within the scale (${scale.min} to ${scale.max}).`,
    );
  }
}
