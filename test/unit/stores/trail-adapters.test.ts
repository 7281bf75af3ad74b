import { generateKeyPairSync, hash, sign } from "node:crypto";
import type { CloudWatchLogsClient, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { GetPublicKeyCommand, type KMSClient, SignCommand } from "@aws-sdk/client-kms";
import {
  type ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { describe, expect, it } from "vitest";
import { isSignature, signatureText } from "../../../shared/audit/signature.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import { cloudWatchAccessLog } from "../../../shared/stores/access-log.ts";
import { kmsSigner } from "../../../shared/stores/digest-signer.ts";
import { s3TrailFiles } from "../../../shared/stores/trail-files.ts";

const s3 = (send: (command: { input: object }) => Promise<object>) =>
  // Of the client the adapter calls `send` alone; the same for the two below.
  s3TrailFiles({ send } as unknown as S3Client, "audit");
const failure = (status: number) =>
  new S3ServiceException({ name: "PreconditionFailed", $fault: "client", $metadata: { httpStatusCode: status } });

const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
};

describe("the trail's part of the bucket", () => {
  it("is added to only where the name is free, with the checksum that a locked bucket asks for", async () => {
    const sent: PutObjectCommand["input"][] = [];
    const files = s3(async (command) => {
      if (command instanceof PutObjectCommand) sent.push(command.input);
      return {};
    });
    expect(await files.add("trail/a", Buffer.from("x"), "text/plain")).toBe(true);
    const checksum = hash("sha256", "x", "base64");
    expect(sent).toMatchObject([{ Bucket: "audit", Key: "trail/a", IfNoneMatch: "*", ChecksumSHA256: checksum }]);
  });

  it.each([412, 409])("says that a name is taken when S3 answers %i", async (status) => {
    expect(await s3(() => Promise.reject(failure(status))).add("a", Buffer.alloc(0), "")).toBe(false);
  });

  it("hides no other failure", async () => {
    await expect(s3(() => Promise.reject(failure(503))).add("a", Buffer.alloc(0), "")).rejects.toThrow();
    await expect(s3(() => Promise.reject(failure(403))).get("a")).rejects.toThrow();
  });

  it("gives nothing for a name that is not there, and every page of a list", async () => {
    const gone = new NoSuchKey({ message: "", $metadata: {} });
    expect(await s3(() => Promise.reject(gone)).get("a")).toBeUndefined();
    const listed = s3(async (command) =>
      (command as ListObjectsV2Command).input.ContinuationToken === "2"
        ? { Contents: [{ Key: "b" }] }
        : { Contents: [{ Key: "a" }], NextContinuationToken: "2" },
    );
    expect(await all(listed.list("trail/"))).toEqual(["a", "b"]);
  });
});

describe("the access log of the gateway", () => {
  it("is read page by page, up to and without the end, and tells what reached a function that leaves entries", async () => {
    const asked: FilterLogEventsCommand["input"][] = [];
    const line = (requestId: string, integrationStatus: string, resource = "/v1/filings") => ({
      timestamp: 1,
      message: JSON.stringify({ requestId, resource, integrationStatus, status: "200" }),
    });
    const send = async ({ input }: FilterLogEventsCommand) => {
      asked.push(input);
      return input.nextToken === "2"
        ? { events: [line("c", "429"), line("d", "200", "/console/{file+}")] }
        : { events: [line("a", "200"), line("b", "-")], nextToken: "2" };
    };
    const log = cloudWatchAccessLog({ send } as unknown as CloudWatchLogsClient, "/kokunen/x/api/access");
    const from = "1970-01-01T00:00:00.000Z" as Instant;
    expect(await all(log.calls(from, "1970-01-01T01:00:00.000Z" as Instant))).toEqual([
      { requestId: "a", at: "1970-01-01T00:00:00.001Z", reached: true },
      { requestId: "b", at: "1970-01-01T00:00:00.001Z", reached: false },
      { requestId: "c", at: "1970-01-01T00:00:00.001Z", reached: false },
      { requestId: "d", at: "1970-01-01T00:00:00.001Z", reached: false },
    ]);
    expect(asked[0]).toMatchObject({ startTime: 0, endTime: 3_599_999 });
  });
});

describe("the signer", () => {
  it("has KMS sign the SHA-256 of the bytes, in the one way its permission allows, and asks for the public key once", async () => {
    const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const bytes = Buffer.from("digest");
    const sent: object[] = [];
    const send = async (command: object) => {
      sent.push(command);
      if (command instanceof GetPublicKeyCommand)
        return { PublicKey: publicKey.export({ type: "spki", format: "der" }) };
      if (!(command instanceof SignCommand)) throw new Error("another command");
      expect(command.input).toMatchObject({ MessageType: "DIGEST", SigningAlgorithm: "ECDSA_SHA_256" });
      expect(Buffer.from(command.input.Message ?? []).equals(hash("sha256", bytes, "buffer"))).toBe(true);
      return { Signature: sign("sha256", bytes, privateKey) };
    };
    const signer = kmsSigner({ send } as unknown as KMSClient, "arn:aws:kms:key");
    const key = await signer.publicKey();
    expect(await signer.publicKey()).toBe(key);
    expect(isSignature(key, bytes, signatureText(await signer.sign(bytes)))).toBe(true);
    expect(sent).toHaveLength(2);
  });
});
