/** What callers may send as an Idempotency-Key. */
const form = /^[A-Za-z0-9-]{8,64}$/;

export const isIdempotencyKey = (key: string | undefined): key is string => key !== undefined && form.test(key);
