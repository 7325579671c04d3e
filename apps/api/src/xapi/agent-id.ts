import type { JsonObject } from './check-values.js';

/** The one identifier of an agent (xAPI: inverse functional identifier). */
export type AgentId =
  | { readonly kind: 'account'; readonly homePage: string; readonly name: string }
  | { readonly kind: 'mbox'; readonly email: string }
  | { readonly kind: 'mbox_sha1sum'; readonly hash: string }
  | { readonly kind: 'openid'; readonly uri: string };

/** @param actor an agent that has passed `checkActor` */
export function agentIdOf(actor: JsonObject): AgentId {
  const { account, mbox, mbox_sha1sum: hash, openid } = actor;
  if (account !== undefined) {
    const { homePage, name } = account as Readonly<Record<'homePage' | 'name', string>>;
    return { kind: 'account', homePage, name };
  }
  if (mbox !== undefined) return { kind: 'mbox', email: String(mbox).slice('mailto:'.length) };
  if (hash !== undefined) return { kind: 'mbox_sha1sum', hash: String(hash).toLowerCase() };
  return { kind: 'openid', uri: String(openid) };
}

/** As HR reads it; equal for equal agents. */
export function agentText(agent: AgentId): string {
  if (agent.kind === 'account') return `${agent.name} (${agent.homePage})`;
  if (agent.kind === 'mbox') return agent.email.toLowerCase();
  return agent.kind === 'openid' ? agent.uri : `sha1:${agent.hash}`;
}
