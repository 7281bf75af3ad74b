import { powertoolsLog } from "../../shared/http/log.ts";
import { memoryMasterKey } from "../../shared/protection/master-key.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import { loadWard } from "../../tools/ward/load-ward.ts";
import { atMost, median, noted } from "../figure.ts";
import type { Measure } from "../groups.ts";
import { type Applicant, applicantsOnFile, clock, newcomers } from "../support/applicants.ts";
import { openCounter } from "../support/counter.ts";
import { quietDatabase } from "../support/quiet-database.ts";

const warmUp = 5;
const rounds = 9;
const perRound = 400;

const microseconds = async (work: () => Promise<void>): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

/**
 * CPU of the whole process (threads and garbage collection too) per 届出, with a database that costs next to nothing:
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

  const known = [...applicantsOnFile(perRound)];
  await loadWard(
    known.map(({ person }) => person),
    { database, keyring: keyring(database, master, clock) },
    clock(),
  );
  database.forget();
  const strangers = [...newcomers(perRound)];
  const round = async ({ event, file }: typeof counter, applicants: readonly Applicant[]): Promise<number> => {
    const events = applicants.map(event);
    return (
      (await microseconds(async () => {
        for (const one of events) await file(one);
      })) / events.length
    );
  };

  for (let at = 0; at < warmUp; at += 1) {
    await round(counter, known);
    await round(trusting, strangers);
  }
  const callsBefore = master.calls.count;
  const onFile: number[] = [];
  const onFileTrusting: number[] = [];
  const newTrusting: number[] = [];
  const verifying: number[] = [];
  for (let at = 0; at < rounds; at += 1) {
    onFile.push(await round(counter, known));
    onFileTrusting.push(await round(trusting, known));
    newTrusting.push(await round(trusting, strangers));
    verifying.push(
      (await microseconds(async () => {
        for (let times = 0; times < perRound; times += 1) await counter.authenticate(token);
      })) / perRound,
    );
  }
  const fresh = memoryMasterKey();
  const environment = await openCounter({ database: quietDatabase(), master: fresh, log });
  for (const one of newcomers(1_000, 5)) await environment.file(environment.event(one));
  return [
    atMost({ name: "own-cpu-filing", value: median(onFile), unit: "µs" }, 100),
    noted({ name: "own-cpu-filing-token-trusted", value: median(onFileTrusting), unit: "µs" }),
    noted({ name: "own-cpu-filing-newcomer-token-trusted", value: median(newTrusting), unit: "µs" }),
    noted({ name: "own-cpu-token", value: median(verifying), unit: "µs" }),
    atMost({ name: "kms-calls-first-1000-requests", value: fresh.calls.count, unit: "calls" }, 1),
    atMost({ name: "kms-calls-later-requests", value: master.calls.count - callsBefore, unit: "calls" }, 1),
  ];
};
