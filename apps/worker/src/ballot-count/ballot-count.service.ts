import { Injectable } from '@nestjs/common';
import { ballotLeaf, importTallyKey } from '#ballot';
import type { SurveyFrameEntity } from '#database';
import { BallotBoxRepository } from '#database/ballot';
import { TallyBook } from '#scoring';
import { CrossProducts } from '#statistics';
import { formOf } from '../survey-announce/survey-announcement.js';
import { countBallots } from './count-ballots.js';

/** What a box comes to: sums, and nobody's answers. */
export interface CountedBox {
  readonly book: TallyBook;
  /** Of the scored items, for statistics of the whole organisation. */
  readonly products: CrossProducts;
  readonly answered: number;
  readonly rejected: number;
  /** What is published of each ballot. */
  readonly leaves: readonly Uint8Array[];
}

/** Opens a closed box, ballot by ballot, and counts. */
@Injectable()
export class BallotCountService {
  constructor(private readonly box: BallotBoxRepository) {}

  /** @param onProgress told of the ballots read so far */
  async count(
    frame: SurveyFrameEntity,
    privateKey: string,
    onProgress: (read: number) => Promise<void>,
  ): Promise<CountedBox> {
    const key = await importTallyKey(privateKey);
    const { items } = frame.questionnaire.scoring;
    const book = new TallyBook(frame.questionnaire, frame.attributes);
    const products = new CrossProducts(items.length);
    const form = formOf(frame);
    const leaves: Uint8Array[] = [];
    let answered = 0;
    for await (const batch of this.box.readBallots(frame.surveyId)) {
      await onProgress(leaves.length);
      answered += await countBallots(
        (content) => {
          book.add(content);
          products.add(items.map((code) => scoreOf(content.answers[code])));
        },
        key,
        batch,
        form,
      );
      leaves.push(...(await Promise.all(batch.map(({ serial, sealed }) => ballotLeaf(serial, sealed)))));
    }
    return { book, products, answered, rejected: leaves.length - answered, leaves };
  }
}

function scoreOf(answer: unknown): number | null {
  return typeof answer === 'number' ? answer : null;
}
