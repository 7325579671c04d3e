import type { ConcurrentPost, StaffStatus } from '#survey-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'identity', name: 'staff_member' })
export class StaffMemberEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id: string;
  @Column('text', { name: 'staff_number' }) staffNumber: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) kana: string | null;
  @Column('text', { name: 'department_code' }) departmentCode: string;
  @Column('text', { name: 'position_key' }) positionKey: string;
  @Column('smallint', { nullable: true }) grade: number | null;
  @Column('text', { name: 'job_type' }) jobType: string;
  @Column('text', { name: 'employment_type' }) employmentType: string;
  @Column('date', { name: 'birth_date', nullable: true }) birthDate: string | null;
  @Column('smallint', { nullable: true }) age: number | null;
  @Column('date', { name: 'age_as_of', nullable: true }) ageAsOf: string | null;
  @Column('date', { name: 'hire_date', nullable: true }) hireDate: string | null;
  @Column('text') status: StaffStatus;
  @Column('jsonb', { name: 'concurrent_posts' }) concurrentPosts: readonly ConcurrentPost[];
  @Column('boolean', { name: 'is_head' }) isHead: boolean;
  @Column('text', { nullable: true }) email: string | null;
  /** The day a roster import no longer held the person; null while they serve. */
  @Column('date', { name: 'left_on', nullable: true }) leftOn: string | null;
}
