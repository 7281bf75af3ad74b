import type { APIGatewayProxyEvent } from "aws-lambda";
import { powertoolsLog } from "../../shared/http/log.ts";
import { memoryMasterKey } from "../../shared/protection/master-key.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import { loadWard } from "../../tools/ward/load-ward.ts";
import { atMost, median, noted } from "../figure.ts";
import type { Measure } from "../groups.ts";
import { type Applicant, applicantsOnFile, clock, newcomers } from "../support/applicants.ts";
import { openCounter } from "../support/counter.ts";
import { quietDatabase } from "../support/quiet-database.ts";

const warmUp = 3_000;
const rounds = 7;
const perRound = 400;

const microseconds = async (work: () => Promise<void>): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

/**
 * CPU of the whole process (threads and garbage collection too) per 届出, with a database that does nothing but remember:
 * what no choice of database or SDK could save. The token's signature is verified by jose unless said otherwise.
 */
export const ownCpu: Measure = async () => {
  const database = quietDatabase();
  const master = memoryMasterKey();
  const log = powertoolsLog("bench");
  const counter = await openCounter({ database, master, log });
  const sample = applicantsOnFile(1).next().value as Applicant;
  const token = counter.event(sample).headers.Authorization;
  const caller = await counter.authenticate(token);
  const trusting = await openCounter({ database, master, log, authenticate: async () => caller });

  const known = [...applicantsOnFile(warmUp + 2 * rounds * perRound)];
  await loadWard(
    known.map(({ person }) => person),
    { database, keyring: keyring(database, master, clock) },
    clock(),
  );
  const strangers = newcomers(Number.MAX_SAFE_INTEGER);
  const next = {
    known: () => known.pop() as Applicant,
    new: () => strangers.next().value as Applicant,
  };
  const round = async ({ event, file }: typeof counter, pick: () => Applicant, count = perRound): Promise<number> => {
    const events: APIGatewayProxyEvent[] = Array.from({ length: count }, () => event(pick()));
    return (
      (await microseconds(async () => {
        for (const one of events) await file(one);
      })) / count
    );
  };

  await round(counter, next.known, warmUp);
  await round(trusting, next.new, warmUp / 2);
  const callsBefore = master.calls.count;
  const onFile: number[] = [];
  const onFileTrusting: number[] = [];
  const newTrusting: number[] = [];
  const verifying: number[] = [];
  for (let at = 0; at < rounds; at += 1) {
    onFile.push(await round(counter, next.known));
    onFileTrusting.push(await round(trusting, next.known));
    newTrusting.push(await round(trusting, next.new));
    verifying.push(
      (await microseconds(async () => {
        for (let times = 0; times < perRound; times += 1) await counter.authenticate(token);
      })) / perRound,
    );
  }
  const fresh = memoryMasterKey();
  const environment = await openCounter({ database: quietDatabase(), master: fresh, log });
  for (let at = 0; at < 1_000; at += 1) await environment.file(environment.event(next.new()));
  return [
    atMost({ name: "own-cpu-filing", value: median(onFile), unit: "µs" }, 100),
    noted({ name: "own-cpu-filing-token-trusted", value: median(onFileTrusting), unit: "µs" }),
    noted({ name: "own-cpu-filing-newcomer-token-trusted", value: median(newTrusting), unit: "µs" }),
    noted({ name: "own-cpu-token", value: median(verifying), unit: "µs" }),
    atMost({ name: "kms-calls-first-1000-requests", value: fresh.calls.count, unit: "calls" }, 1),
    atMost({ name: "kms-calls-later-requests", value: master.calls.count - callsBefore, unit: "calls" }, 1),
  ];
};
