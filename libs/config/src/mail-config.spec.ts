import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLauncherConfig } from './launcher-config.js';
import { readMailConfig } from './mail-config.js';
import { readOfficeConfig } from './service-config.js';

const FROM = { NOBINOBI_MAIL_FROM: '人事課 <kenshu@city.example.jp>' };

describe('mail settings', () => {
  it('may be left out', () => {
    expect(readMailConfig({})).toBeNull();
    expect(readMailConfig(FROM)).toBeNull();
    expect(readLauncherConfig({}).mailEnvironment).toEqual({});
  });

  it('name server, login and sender; special characters of the login are written as in any URL', () => {
    expect(readMailConfig({ NOBINOBI_SMTP_URL: 'smtps://mail%40er:p%3Ass@mail.city.example.jp', ...FROM })).toEqual({
      host: 'mail.city.example.jp',
      port: 465,
      secure: true,
      requireTls: false,
      login: { user: 'mail@er', password: 'p:ss' },
      ca: null,
      from: { name: '人事課', address: 'kenshu@city.example.jp' },
    });
    const plain = { NOBINOBI_SMTP_URL: 'smtp://relay:25', NOBINOBI_MAIL_FROM: 'kenshu@city.example.jp' };
    expect(readMailConfig(plain)).toMatchObject({
      host: 'relay',
      port: 25,
      secure: false,
      requireTls: false,
      login: null,
    });
    expect(readMailConfig(plain)?.from).toEqual({ name: '', address: 'kenshu@city.example.jp' });
  });

  it('send a password to another machine under TLS only', () => {
    expect(readMailConfig({ NOBINOBI_SMTP_URL: 'smtp://u:p@mail.example.jp', ...FROM })?.requireTls).toBe(true);
    expect(readMailConfig({ NOBINOBI_SMTP_URL: 'smtp://u:p@127.0.0.1:2525', ...FROM })?.requireTls).toBe(false);
  });

  it.each([
    ['http://mail', 'NOBINOBI_SMTP_URL'],
    ['smtp://a:b%zz@host', 'NOBINOBI_SMTP_URL'],
    ['smtp://host:99999', 'NOBINOBI_SMTP_URL'],
    ['smtp://secret-password host', 'NOBINOBI_SMTP_URL'],
  ])('refuse the server %s without quoting it', (url, name) => {
    const read = (): unknown => readMailConfig({ NOBINOBI_SMTP_URL: url, ...FROM });
    expect(read).toThrow(name);
    expect(read).not.toThrow(url);
  });

  it.each([undefined, 'nobody', '<a@b.jp', 'a@b.jp, c@d.jp', 'x\nBcc: <a@b.jp>', 'a@b.jp\nBcc: c@d.jp'])(
    'refuse a server with the sender %j',
    (from) => {
      const read = (): unknown => readMailConfig({ NOBINOBI_SMTP_URL: 'smtp://relay', NOBINOBI_MAIL_FROM: from });
      expect(read).toThrow('NOBINOBI_MAIL_FROM');
    },
  );

  it('may stand in files, and reach the office worker through the launcher', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'nobinobi-mail-')), 'url');
    writeFileSync(file, 'smtp://u:p@127.0.0.1:2525\n');
    const { mailEnvironment } = readLauncherConfig({ NOBINOBI_SMTP_URL_FILE: file, ...FROM });
    const office = readOfficeConfig({
      DATABASE_URL: 'postgres://x',
      REDIS_URL: 'redis://x',
      NOBINOBI_PUBLIC_URL: 'https://nobinobi.example.jp/',
      ...mailEnvironment,
    });
    expect(office).toMatchObject({
      publicUrl: 'https://nobinobi.example.jp',
      mail: { host: '127.0.0.1', port: 2525, login: { user: 'u', password: 'p' }, from: { name: '人事課' } },
    });
  });
});
