import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { QuestionnaireSummary } from '#contract';
import type { Questionnaire } from '#survey-model';

const FOLDER = 'libs/survey-model/data/questionnaires';

/** The questionnaires that ship with the product, by file name. */
export async function builtInQuestionnaires(): Promise<QuestionnaireSummary[]> {
  const folder = join(checkoutRoot(), FOLDER);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => {
      const questionnaire = JSON.parse(await readFile(join(folder, name), 'utf8')) as Questionnaire;
      return { key: questionnaire.key, title: questionnaire.title, questionnaire };
    }),
  );
}

/** From wherever this file lies: beside its source, or compiled in dist/. */
function checkoutRoot(): string {
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, FOLDER))) {
    const up = dirname(at);
    if (up === at) throw new Error(`${FOLDER} was not found above ${import.meta.url}`);
    at = up;
  }
  return at;
}
