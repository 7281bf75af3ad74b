import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { SendTaskSuccessCommand, type SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import { s3BriefStore } from "../../../shared/stores/brief-files.ts";
import type { StagingStore } from "../../../shared/stores/files.ts";

/** Commands as they would leave for AWS, without the bytes of a file, which may hold personal data: that is its purpose. */
export type Sent = { readonly command: string; readonly input: object };

/** A bucket behind the real adapter: what it is told beside the bytes is kept in `sent`. */
export const witnessedBucket = (sent: Sent[]): StagingStore & { readonly files: Map<string, Uint8Array> } => {
  const files = new Map<string, Uint8Array>();
  const send = async (command: unknown) => {
    if (command instanceof PutObjectCommand) {
      const { Body, ...input } = command.input;
      sent.push({ command: "PutObject", input });
      files.set(String(input.Key), Uint8Array.from(Body as Uint8Array));
      return {};
    }
    if (command instanceof ListObjectVersionsCommand) {
      sent.push({ command: "ListObjectVersions", input: command.input });
      const names = [...files.keys()].filter((name) => name.startsWith(String(command.input.Prefix)));
      return { Versions: names.map((Key) => ({ Key, VersionId: "one" })) };
    }
    if (command instanceof DeleteObjectsCommand) {
      sent.push({ command: "DeleteObjects", input: command.input });
      for (const { Key = "" } of command.input.Delete?.Objects ?? []) files.delete(Key);
      return {};
    }
    if (!(command instanceof GetObjectCommand)) throw new Error("the double knows no such command");
    const { Key = "" } = command.input;
    sent.push({ command: "GetObject", input: command.input });
    const bytes = files.get(Key);
    if (!bytes) throw new NoSuchKey({ message: `The specified key does not exist: ${Key}`, $metadata: {} });
    return { Body: { transformToByteArray: async () => bytes } };
  };
  // Of the client the adapter calls `send` alone; the same for the one below.
  const store = s3BriefStore({ send } as unknown as S3Client, "bucket");
  return { ...store, files, link: async (name) => `memory:${name}` };
};

/** Step Functions behind the real adapters: names, inputs and outputs are kept in `sent`. */
export const witnessedWorkflow = (sent: Sent[]): SFNClient =>
  ({
    send: async (command: unknown) => {
      if (command instanceof StartExecutionCommand) sent.push({ command: "StartExecution", input: command.input });
      else if (command instanceof SendTaskSuccessCommand)
        sent.push({ command: "SendTaskSuccess", input: command.input });
      else throw new Error("the double knows no such command");
      return {};
    },
  }) as unknown as SFNClient;
