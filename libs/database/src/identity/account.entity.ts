import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Stored roles; `head` is not stored, it follows from the roster (所属長). */
export type StoredRole = 'staff' | 'hr' | 'admin';

@Entity({ schema: 'identity', name: 'account' })
export class AccountEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id: string;
  /** Staff number, or a chosen name for an account without one. */
  @Column('text') login: string;
  @Column('text', { name: 'display_name' }) displayName: string;
  @Column('text', { name: 'staff_number', nullable: true }) staffNumber: string | null;
  @Column('text', { array: true }) roles: StoredRole[];
  /** argon2id, or null until the access code has been used. */
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash: string | null;
  /** SHA-256 of a random access code that works once; null when used or never issued. */
  @Column('text', { name: 'access_code_hash', nullable: true }) accessCodeHash: string | null;
  @Column('boolean') disabled: boolean;
}
