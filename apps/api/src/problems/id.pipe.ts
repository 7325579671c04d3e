import { Injectable, type PipeTransform } from '@nestjs/common';
import { DomainError } from '#survey-model';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id in an address. What cannot be an id is simply not there. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (UUID.test(value)) return value.toLowerCase();
    throw new DomainError(
      'not-found',
      'not-found',
      'お探しのものは見つかりません。一覧から選び直してください。',
      'There is no such thing. Choose it from the list again.',
    );
  }
}
