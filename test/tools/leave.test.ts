import { execFile } from "node:child_process";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readReceipt } from "../../functions/erasure/leaving/receipt.ts";
import { sha256 } from "../../shared/stores/files.ts";
import { returnSchema } from "../../tools/leave/schema.ts";
import { diskFolder } from "../../tools/operator/folder.ts";
import { erase, filledWorld, orderFor, returned, ward } from "../support/leaving.ts";
import { scratchFolder } from "./scratch.ts";

const root = path.join(import.meta.dirname, "../..");

const run = (tool: "return" | "open" | "receipt" | "erase", ...given: string[]) =>
  new Promise<{ code: number; out: string }>((resolve) => {
    execFile(process.execPath, [path.join(root, `tools/leave/${tool}.ts`), ...given], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out: stdout + stderr });
    });
  });

const privatePem = (key: KeyObject) => String(key.export({ type: "pkcs8", format: "pem" }));

describe("the commands of leaving", () => {
  let world: Awaited<ReturnType<typeof filledWorld>>;
  let given: Awaited<ReturnType<typeof returned>>;

  beforeAll(async () => {
    world = await filledWorld(1);
    given = await returned(world);
  });

  /** The return on a disk, and the ward's keys beside it. */
  const onDisk = async () => {
    const folder = await scratchFolder();
    const at = (name: string) => path.join(folder, name);
    const disk = diskFolder(at("return"));
    for (const [name, bytes] of given.folder.files) await disk.write(name, bytes);
    await writeFile(at("ward.pem"), privatePem(ward.opening.privateKey));
    await writeFile(at("ward-public.pem"), String(ward.opening.publicKey.export({ type: "spki", format: "pem" })));
    await writeFile(at("sign.pem"), privatePem(ward.signing.privateKey));
    await writeFile(at("other.pem"), privatePem(generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey));
    return { at, disk };
  };

  const receiptArguments = (at: (name: string) => string) => [
    at("return"),
    "--key",
    at("ward.pem"),
    "--signing-key",
    at("sign.pem"),
    "--officer",
    "head-01",
    "--document-number",
    "8国年第99号",
    "--out",
    at("receipt.jws"),
  ];

  it("open writes what was given back as lines and files, and says the totals and the manifest's SHA-256", async () => {
    const { at } = await onDisk();
    const answer = await run("open", at("return"), "--key", at("ward.pem"), "--out", at("plain"));
    expect(answer).toMatchObject({ code: 0 });
    expect(answer.out).toContain("1人");
    expect(answer.out).toContain(sha256(given.folder.files.get("manifest.json") ?? new Uint8Array()));
    const [ledger = ""] = (await readFile(at("plain/ledger-entry/000001.jsonl"), "utf8")).split("\n");
    expect(JSON.parse(ledger).opened.sealed.events[0].facts).toMatchObject({ name: world.people[0]?.name });
    expect(await readdir(at("plain/outbox-object"))).toEqual(["000001.bin", "000002.bin", "000003.bin"]);
  });

  it("open with another key, or after a byte was changed, names the files, writes none of them and ends with 1", async () => {
    const { at, disk } = await onDisk();
    const answer = await run("open", at("return"), "--key", at("other.pem"), "--out", at("plain"));
    expect(answer.code).toBe(1);
    expect(answer.out).toContain("ledger-entry/000001.jsonl.jwe\tcannot-open");
    expect(await readdir(at("plain")).catch(() => [])).toEqual([]);
    await disk.write("filing/000001.jsonl.jwe", Buffer.from("x"));
    const changed = await run("open", at("return"), "--key", at("ward.pem"), "--out", at("plain"));
    expect(changed.code).toBe(1);
    expect(changed.out).toContain("filing/000001.jsonl.jwe\tchanged");
  });

  it("receipt signs for a whole return, and the environment is erased by it", async () => {
    const { at } = await onDisk();
    expect(await run("receipt", ...receiptArguments(at))).toMatchObject({ code: 0 });
    const text = await readFile(at("receipt.jws"), "utf8");
    expect(await readReceipt(text, ward.signing.publicKey)).toMatchObject({
      environment: "kokunen-test",
      by: "head-01",
    });
    expect(await erase(world, { ...(await orderFor(given.folder)), receipt: text })).toMatchObject({
      kind: "contract",
    });
  });

  it("receipt signs nothing for a return that lacks a file", async () => {
    const { at, disk } = await onDisk();
    await disk.remove("ledger-entry/000001.jsonl.jwe");
    const answer = await run("receipt", ...receiptArguments(at));
    expect(answer.code).toBe(1);
    expect(answer.out).toContain("ledger-entry/000001.jsonl.jwe\tmissing");
    await expect(readFile(at("receipt.jws"))).rejects.toThrow();
  });

  it.each(["return", "open", "receipt", "erase"] as const)(
    "%s without what it needs says how it is used",
    async (tool) => {
      const answer = await run(tool);
      expect(answer.code).toBe(2);
      expect(answer.out).toContain("使い方 / usage");
      expect(await run(tool, "--frobnicate")).toMatchObject({ code: 2 });
    },
  );

  it("return takes no private key and no unknown environment", async () => {
    const { at } = await onDisk();
    const to = (key: string, env: string) => run("return", "--env", env, "--recipient", at(key), "--out", at("out"));
    expect(await to("ward.pem", "local")).toMatchObject({ code: 2 });
    expect((await to("ward-public.pem", "nowhere")).code).not.toBe(0);
    expect(await readdir(at("out")).catch(() => [])).toEqual([]);
  });

  it("a folder takes no name that leads out of it, and a file that was cut off is not there", async () => {
    const { at, disk } = await onDisk();
    await expect(disk.write("../out", Buffer.from("x"))).rejects.toThrow();
    await mkdir(at("return/filing"), { recursive: true });
    await writeFile(at("return/filing/000009.jsonl.jwe.making"), "half");
    expect(await disk.read("filing/000009.jsonl.jwe")).toBeUndefined();
  });

  it("the description names every kind, and the items of 別添1 and the labels of codes within", () => {
    const text = JSON.stringify(returnSchema());
    for (const words of ["国民年金ファイルの台帳の記録", "氏名", "アクセス記録"]) expect(text).toContain(words);
  });
});
