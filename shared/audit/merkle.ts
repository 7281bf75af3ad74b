import { hash } from "node:crypto";

/**
 * Merkle tree hash of RFC 6962 §2.1 (as Certificate Transparency uses it): leaves and nodes are told apart by a first
 * byte, so that no node passes for a leaf. All hashes are SHA-256.
 */
const leafByte = 0x00;
const nodeByte = 0x01;
const size = 32;

export const leafHash = (data: Uint8Array): Buffer => {
  const input = Buffer.allocUnsafe(data.length + 1);
  input[0] = leafByte;
  input.set(data, 1);
  return hash("sha256", input, "buffer");
};

const nodeInput = Buffer.alloc(1 + 2 * size, nodeByte);

const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => {
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + size);
  return hash("sha256", nodeInput, "buffer");
};

/** One level up: pairs from the left; a last one without a partner goes up as it is, which is RFC 6962's split by powers of two. */
const levelAbove = (level: readonly Buffer[]): Buffer[] => {
  const above: Buffer[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const left = level[at];
    const right = level[at + 1];
    if (left) above.push(right ? nodeHash(left, right) : left);
  }
  return above;
};

/** Of no leaves: the hash of nothing. */
export const merkleRoot = (leaves: readonly Buffer[]): Buffer => {
  let level = leaves;
  while (level.length > 1) level = levelAbove(level);
  return level[0] ?? hash("sha256", Buffer.alloc(0), "buffer");
};

/** The hashes that lead from a leaf to the root, lowest first. @throws RangeError when there is no such leaf. */
export const inclusionPath = (leaves: readonly Buffer[], index: number): Buffer[] => {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError("no such leaf");
  const path: Buffer[] = [];
  let level = leaves;
  for (let at = index; level.length > 1; at = Math.floor(at / 2)) {
    const beside = level[at % 2 === 0 ? at + 1 : at - 1];
    if (beside) path.push(beside);
    level = levelAbove(level);
  }
  return path;
};

/** The root that a leaf and its path lead to in a tree of `count` leaves; undefined when the path cannot belong to that place. */
export const rootFromPath = (
  leaf: Uint8Array,
  index: number,
  count: number,
  path: readonly Uint8Array[],
): Uint8Array | undefined => {
  if (!Number.isInteger(index) || !Number.isInteger(count) || index < 0 || index >= count) return undefined;
  let [at, last, used, now] = [index, count - 1, 0, leaf];
  for (; last > 0; at = Math.floor(at / 2), last = Math.floor(last / 2)) {
    if (at === last && at % 2 === 0) continue;
    const beside = path[used];
    if (beside?.length !== size) return undefined;
    now = at % 2 === 0 ? nodeHash(now, beside) : nodeHash(beside, now);
    used += 1;
  }
  return used === path.length ? now : undefined;
};
