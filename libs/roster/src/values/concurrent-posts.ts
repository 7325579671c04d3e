import type { ConcurrentPost } from '#survey-model';
import type { PositionIndex } from './position-index.js';

export type ReadPosts = { readonly posts: readonly ConcurrentPost[] } | { readonly unknownPosition: string };

/**
 * 兼務: 「所属コード:職位」, the position optional, several divided by ";" — for example 「120100:課長;120200」. "、", "," and line ends divide
 * as well, in full width too. 「なし」 and "-" are none.
 */
export function readConcurrentPosts(text: string, positions: PositionIndex): ReadPosts {
  const plain = text.normalize('NFKC').trim();
  if (['', '-', 'なし', '無'].includes(plain)) return { posts: [] };
  const posts: ConcurrentPost[] = [];
  for (const part of plain.split(/[;、,\n]/)) {
    if (part.trim() === '') continue;
    const [departmentCode = '', position = ''] = part.split(':').map((piece) => piece.trim());
    const positionKey = position === '' ? null : positions.find(position);
    if (position !== '' && positionKey === null) return { unknownPosition: position };
    posts.push({ departmentCode, positionKey });
  }
  return { posts };
}

/** The text that `readConcurrentPosts` reads back. `nameOf` gives what a position is called in the file. */
export function concurrentPostsText(posts: readonly ConcurrentPost[], nameOf: (positionKey: string) => string): string {
  return posts
    .map(({ departmentCode, positionKey }) =>
      positionKey === null ? departmentCode : `${departmentCode}:${nameOf(positionKey)}`,
    )
    .join(';');
}
