import type { DataSource, EntityManager } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.js';

/** The one organisation of this installation, and the one-time link that creates it. */
export class OrganisationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** null before the set-up. */
  find(manager: EntityManager = this.dataSource.manager): Promise<OrganisationEntity | null> {
    return manager.getRepository(OrganisationEntity).findOneBy({ id: 1 });
  }

  async save(manager: EntityManager, name: string): Promise<void> {
    await manager.query(
      `INSERT INTO identity.organisation (name) VALUES ($1) ON CONFLICT (id) DO UPDATE SET name = excluded.name`,
      [name],
    );
  }

  /** @param tokenHash SHA-256 of the link's token, hexadecimal */
  async isSetupLinkUsable(tokenHash: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      'SELECT FROM identity.setup_link WHERE token_hash = $1 AND used_at IS NULL',
      [tokenHash],
    );
    return rows.length > 0;
  }

  /** Uses the link up. Two who try at once: one wins. @returns false when it is unknown or used */
  async spendSetupLink(manager: EntityManager, tokenHash: string, at: Date): Promise<boolean> {
    const [, affected] = await manager.query<[unknown[], number]>(
      'UPDATE identity.setup_link SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL',
      [tokenHash, at],
    );
    return affected === 1;
  }
}
