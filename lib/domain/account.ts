/**
 * An account's id is the id of the owner whom its history belongs to. It begins in a way no other owner's does, so that a
 * cookie tells by itself whether somebody has to be signed in for it.
 */
const prefix = 'account-';

/** In: a fresh unique id. */
export function accountId(unique: string): string {
  return `${prefix}${unique}`;
}

export function isAccountId(ownerId: string): boolean {
  return ownerId.startsWith(prefix);
}

/** Who is signed in. */
export interface Account {
  id: string;
  name: string;
  email: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
}
