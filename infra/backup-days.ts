/** No backup is removed before this, and a person key's backup not kept after it: see `stacks/backup.ts`. */
export const shortestDays = 35;
