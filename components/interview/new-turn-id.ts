/** An id for a turn, 128 random bits. (crypto.randomUUID is missing where a page comes over plain HTTP from another machine.) */
export function newTurnId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
