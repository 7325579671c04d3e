import { Injectable } from '@nestjs/common';
import { LineageRepository, SuccessionRepository, takeAdvisoryLock, type SurveyFrameEntity } from '#database';
import { departmentLineage } from '#roster';
import type { AttributeDefinition, AttributeValue } from '#survey-model';
import type { EntityManager } from 'typeorm';

/**
 * Counts at the opening what later comparisons need and only the identified side can count: how many staff share what, and how many
 * of a unit's staff were in it, or in what became it, at every earlier survey. What is stored are numbers.
 */
@Injectable()
export class SurveyLineageService {
  constructor(
    private readonly lineages: LineageRepository,
    private readonly successions: SuccessionRepository,
  ) {}

  /** Writes within the caller's transaction; snapshot and frame of the survey must have been written in it. */
  async record(manager: EntityManager, { surveyId, fiscalYear, attributes }: SurveyFrameEntity): Promise<void> {
    // Two openings at once would each miss the other.
    await takeAdvisoryLock(manager, 'survey.lineage');
    await this.lineages.insertPopulation(manager, surveyId);
    const earlier = await this.lineages.findEarlier(manager, surveyId, fiscalYear);
    if (earlier.length === 0) return;
    const parts = {
      tree: departmentsOf(attributes),
      departments: await this.successions.loadDepartments(manager),
      successions: await this.successions.load(manager),
      staff: await this.lineages.loadStaffDepartments(manager, surveyId),
    };
    for (const previous of earlier) {
      const earlierStaff = await this.lineages.loadStaffDepartments(manager, previous.surveyId);
      const earlierTree = departmentsOf(previous.attributes);
      const departments = departmentLineage({ ...parts, earlierTree, earlierStaff });
      await this.lineages.insertLineage(manager, surveyId, previous.surveyId, departments);
    }
  }
}

function departmentsOf(attributes: readonly AttributeDefinition[]): readonly AttributeValue[] {
  return attributes.find(({ key }) => key === 'department')?.values ?? [];
}
