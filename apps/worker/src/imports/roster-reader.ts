import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import {
  ImportFileRepository,
  RosterRepository,
  type FileImportEntity,
  type RosterChange,
  type RosterUpdate,
} from '#database';
import { diffRoster, parseRoster, suggestMapping, type ParsedRoster, type RosterDifference } from '#roster';
import { dateInJapan, type Position } from '#survey-model';
import { openTable } from '#tabular';
import type { EntityManager } from 'typeorm';
import { CLOCK } from '../tokens.js';
import { requireFile, type ImportReader, type OpenedImport } from './opened-import.js';
import { rosterReport } from './roster-report.js';

/** Reads roster files (名簿). */
@Injectable()
export class RosterReader implements ImportReader {
  constructor(
    private readonly files: ImportFileRepository,
    private readonly roster: RosterRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async open(upload: FileImportEntity): Promise<OpenedImport> {
    const table = await openTable(requireFile(upload), { fileName: upload.fileName });
    const remembered = (await this.files.findMapping('roster')) ?? {};
    const mapping = upload.mapping ?? suggestMapping(table.headers, remembered).mapping;
    const positions = await this.roster.loadPositions();
    const parsed = await parseRoster(table, { mapping, positions, today: dateInJapan(this.clock()) });
    return {
      mapping: parsed.mapping,
      validRows: parsed.staff.length,
      errorCount: parsed.errorCount,
      report: async () => rosterReport(table, parsed, await this.difference(parsed, positions)),
      apply: (manager, today) => this.apply(manager, parsed, positions, { today, importId: upload.id }),
    };
  }

  /** Compares with the roster as it is inside the transaction, not as the dry run saw it. */
  private async apply(
    manager: EntityManager,
    parsed: ParsedRoster,
    positions: readonly Position[],
    origin: { readonly today: string; readonly importId: string },
  ): Promise<Record<string, number>> {
    const difference = await this.difference(parsed, positions, manager);
    await this.roster.apply(manager, rosterUpdate(parsed, difference), origin);
    const { added, changed, moved, left, unclear, unchanged } = difference;
    return {
      added: added.length,
      changed: changed.length,
      moved: moved.length,
      left: left.length,
      unclear: unclear.length,
      same: unchanged,
    };
  }

  private async difference(
    parsed: ParsedRoster,
    positions: readonly Position[],
    manager?: EntityManager,
  ): Promise<RosterDifference> {
    const staff = await this.roster.loadStaff(manager);
    const departments = await this.roster.loadDepartments(manager);
    return diffRoster(staff, departments, parsed, positions);
  }
}

function rosterUpdate(
  parsed: ParsedRoster,
  { added, changed, moved, left, departments }: RosterDifference,
): RosterUpdate {
  const changes: RosterChange[] = [
    ...added.map(({ staffNumber }) => ({ staffNumber, kind: 'added' as const, changes: [] })),
    ...changed.map(({ staffNumber, changes: fields }) => ({ staffNumber, kind: 'changed' as const, changes: fields })),
    ...moved.map(({ staffNumber, from, to, changes: fields }) => ({
      staffNumber,
      kind: 'moved' as const,
      changes: [{ field: 'departmentCode', before: from, after: to }, ...fields],
    })),
    ...left.map(({ staffNumber }) => ({ staffNumber, kind: 'left' as const, changes: [] })),
  ];
  const written = new Set(changes.map(({ staffNumber }) => staffNumber));
  return {
    departments: parsed.departments,
    closedDepartments: departments.removed.map(({ code }) => code),
    staff: parsed.staff.flatMap(({ record }) => (written.has(record.staffNumber) ? [record] : [])),
    changes,
  };
}
