import {
  cellName,
  lineageOf,
  parentsOf,
  toNumber,
  type AttributeDefinition,
  type CellKey,
  type Release,
  type ReleasedScore,
} from '#survey-model';
import type { Sample } from '../sample.js';
import { shrinkMeans } from '../shrink-means.js';
import type { FigureReader } from './figures.js';

/** From 5 (or k) to 29 answers a mean is set beside what it would be if chance were taken out. */
const LARGEST_SMALL_GROUP = 29;

export interface SmallGroupEstimates {
  /** The overall score's estimate; undefined for large groups, and where the mean itself is shown as a range. */
  readonly overall: (key: CellKey) => number | undefined;
}

/**
 * 縮約推定値 of the overall score: each group among its peers, which are the cells of the same attributes on the same level (sections
 * among sections). The spread within a group too small for a distribution is taken to be that of the whole organisation.
 */
export function smallGroupEstimates(release: Release, reader: FigureReader): SmallGroupEstimates {
  const whole = release.scores.find(({ key }) => Object.keys(key).length === 0);
  const variance = whole ? reader.read(whole).overall?.variance : undefined;
  const found = new Map<string, number>();
  if (variance !== undefined) {
    for (const peers of peerGroups(release).values()) {
      const groups = peers.flatMap((score) => sampleOf(release, reader, score, variance));
      const shrunk = shrinkMeans(groups.map(({ sample }) => sample));
      groups.forEach(({ score, sample }, at) => {
        const estimate = shrunk?.estimates[at];
        if (sample.n <= LARGEST_SMALL_GROUP && estimate !== undefined) found.set(cellName(score.key), estimate);
      });
    }
  }
  return { overall: (key) => found.get(cellName(key)) };
}

function sampleOf(
  release: Release,
  reader: FigureReader,
  score: ReleasedScore,
  variance: number,
): { readonly score: ReleasedScore; readonly sample: Sample }[] {
  const { items: codes } = release.questionnaire.scoring;
  const items = score.items.filter(({ item }) => codes.includes(item));
  // From the estimate of a mean shown as a range, the mean could be had.
  if (!score.overall || !items.every((item) => reader.isExact(item, release.detailMinGroup))) return [];
  const own = reader.read(score).overall;
  const n = Math.min(...items.map((item) => item.n));
  const mean = toNumber(score.overall);
  return [{ score, sample: { n, mean, variance: own && own.variance > 0 ? own.variance : variance } }];
}

/** Published cells by the attributes of their key and the levels of its values. */
function peerGroups({ scores, attributes }: Release): Map<string, ReleasedScore[]> {
  const peers = new Map<string, ReleasedScore[]>();
  for (const score of scores) {
    const entries = Object.entries(score.key);
    if (score.status !== 'published' || entries.length === 0) continue;
    const name = entries
      .map(([attribute, value]) => `${attribute} ${levelOf(attributes, attribute, value)}`)
      .sort()
      .join();
    const known = peers.get(name);
    if (known) known.push(score);
    else peers.set(name, [score]);
  }
  return peers;
}

function levelOf(attributes: readonly AttributeDefinition[], attribute: string, value: string): number {
  const definition = attributes.find(({ key }) => key === attribute);
  return definition ? lineageOf(value, parentsOf(definition)).length : 1;
}
