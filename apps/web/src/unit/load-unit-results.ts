import { ApiProblem } from '../api-client/api-problem.js';
import { getResults } from '../api-client/results.js';
import { getMySurveys } from '../api-client/sessions.js';
import type { Results } from '../api-client/types.js';

/** The released results of every survey the head was part of, newest first; surveys without a release are left out. */
export async function loadUnitResults(): Promise<Results[]> {
  const surveys = await getMySurveys();
  const results = await Promise.all(surveys.filter(({ open }) => !open).map(({ id }) => findResults(id)));
  return results.flatMap((found) => (found ? [found] : [])).sort((a, b) => (a.releasedAt < b.releasedAt ? 1 : -1));
}

async function findResults(id: string): Promise<Results | null> {
  try {
    return await getResults(id);
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status === 404) return null;
    throw error;
  }
}
