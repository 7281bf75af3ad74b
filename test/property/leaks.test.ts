import { describe, expect, it } from "vitest";
import { acquisitionOf, applicants, changeFrom2Of, lossOf } from "../support/people.ts";
import { openCounter, resultsFile } from "../unit/support/counter.ts";

type Person = ReturnType<typeof applicants>[number];
type Counter = ReturnType<typeof openCounter>;

/** What must be nowhere outside a sealed blob: numbers by their digits, names as they are written. */
const secretsOf = (people: readonly Person[]) => ({
  numbers: new Set(people.flatMap((one) => [one.individualNumber, one.basicPensionNumber, one.atenaNumber])),
  names: people.flatMap(({ name, nameKana }) => [
    name,
    nameKana,
    name.replaceAll("\u3000", " "),
    nameKana.replaceAll("\u3000", " "),
  ]),
});

/** The numbers that stand in `text`, also within a longer run of digits. */
const numbersIn = (text: string, numbers: ReadonlySet<string | undefined>): string[] =>
  [...text.matchAll(/\d{10,}/g)].flatMap(([run]) =>
    [10, 12, 15].flatMap((length) =>
      Array.from({ length: Math.max(0, run.length - length + 1) }, (_, at) => run.slice(at, at + length)).filter(
        (part) => numbers.has(part),
      ),
    ),
  );

const leaksIn = (text: string, { numbers, names }: ReturnType<typeof secretsOf>) => [
  ...numbersIn(text, numbers),
  ...names.filter((name) => text.includes(name)),
];

/** Everything stored, without what is sealed or wrapped. */
const plainText = (counter: Counter) =>
  JSON.stringify(counter.database.dump(), (_, value) => (value instanceof Uint8Array ? "(sealed)" : value));

/** One person's day at the counter: what goes well, what goes wrong, and numbers where no number belongs. */
const visits = (counter: Counter, person: Person, other: Person, at: number) => {
  const { atenaNumber, basicPensionNumber = "", individualNumber = "", name, nameKana, birthDate } = person;
  const ask = counter.ask;
  const post = (path: string, body: unknown, more: object = {}) =>
    ask("POST", path, { key: `leaks-${at}-${path.length}`, purpose: "filing", body, ...more });
  const search = (body: object) => post("/v1/people/search", body);
  const bad = (body: unknown) => ask("POST", "/v1/filings/acquisition", { key: `leaks-bad-${at}`, body });
  const good = acquisitionOf(person);
  const spouse = {
    spouseName: other.name,
    spouseBirthDate: other.birthDate,
    spouseIndividualNumber: other.individualNumber,
  };
  return [
    () => counter.file("acquisition", good),
    () => counter.file("acquisition", good),
    () => counter.file("change-from-category-2", changeFrom2Of({ ...person, name: other.name })),
    () =>
      counter.file("change-from-category-3", {
        ...good,
        documents: ["dependent-loss-certificate"],
        details: { cause: "divorced", ...spouse },
      }),
    () => counter.file("loss", lossOf(person, { documents: [] })),
    () => search({ basicPensionNumber }),
    () => search({ individualNumber }),
    () => search({ nameKana, birthDate }),
    () => search({ name: individualNumber, [individualNumber]: name }),
    () => search({ birthDate: individualNumber }),
    () => ask("GET", `/v1/people/${atenaNumber}`, { purpose: "counter-inquiry" }),
    () => ask("GET", `/v1/people/${atenaNumber}`, { purpose: individualNumber }),
    () => ask("GET", `/v1/people/${individualNumber}`, { purpose: "counter-inquiry" }),
    () => ask("GET", `/v1/people/${encodeURIComponent(name)}/ledger`, { purpose: "counter-inquiry" }),
    () => ask("GET", `/v1/people/${atenaNumber}/ledger`, { purpose: "jps-inquiry" }),
    () => ask("GET", "/v1/filings", { query: { limit: "5", after: individualNumber } }),
    () => ask("GET", "/v1/filings", { query: { [name]: basicPensionNumber } }),
    () => ask("GET", `/v1/filings/${individualNumber}`),
    () => ask("POST", `/v1/filings/${basicPensionNumber}`, { key: individualNumber, body: good }),
    () =>
      ask("POST", "/v1/filings/acquisition", { key: individualNumber, body: { ...good, [individualNumber]: name } }),
    () => bad({ ...good, eventOn: individualNumber, counter: name, filer: basicPensionNumber }),
    () => bad({ ...good, person: { ...person, individualNumber: `${individualNumber}0`, sex: nameKana } }),
    () => bad({ ...good, person: { ...person, [name]: individualNumber } }),
    () => bad({ ...good, documents: [individualNumber, name] }),
    () => bad(`{"name":"${name}","number":${individualNumber}`),
    () => bad(`${individualNumber} ${name}`),
    () => bad([individualNumber, { [name]: nameKana }]),
    () => ask("POST", "/v1/people/search", { token: `Bearer ${individualNumber}`, body: { individualNumber } }),
    () => ask("POST", "/v1/people/search", { roles: ["auditor"], purpose: "filing", body: { individualNumber } }),
    () => ask("POST", "/v1/transmittals", { roles: ["manager"], body: { cutoff: individualNumber } }),
    () =>
      ask("POST", `/v1/transmittals/T${individualNumber}/decision`, {
        roles: ["manager"],
        body: { decision: "approve", reason: name },
      }),
    () => ask("GET", `/v1/results/${individualNumber}`, { roles: ["examiner"] }),
    () => ask("POST", "/v1/results", { roles: ["examiner"], body: { contentBase64: `${individualNumber}` } }),
  ];
};

const batches = 12;
const peopleInBatch = 60;

describe("numbers and names of people", () => {
  it.each([1, 2, 3, 4])(
    "stand, after 25,000 operations and more (%i of 4, 100,000 in all), in no key, plain attribute, log line, problem, trail entry, object name or workflow input",
    async (part) => {
      let operations = 0;
      for (let batch = 0; batch < batches; batch += 1) {
        const counter = openCounter();
        const people = applicants(peopleInBatch, part * 100 + batch);
        const secrets = secretsOf(people);
        const told: unknown[] = [];
        const shown: unknown[] = [];
        const keep = async (call: () => Promise<{ status: number; body: unknown }>) => {
          operations += 1;
          const answer = await call();
          (answer.status >= 400 ? told : shown).push(answer.body);
          return answer;
        };
        for (const [at, person] of people.entries()) {
          const other = people[(at + 1) % people.length] ?? person;
          for (const call of visits(counter, person, other, at)) await keep(call);
        }
        for (const item of counter.queued()) {
          const filingId = item.sk;
          await keep(() => counter.ask("GET", `/v1/filings/${filingId}`));
          if (filingId > "20261120-Q")
            await keep(() => counter.act(filingId, { action: "withdraw", note: people[0]?.name }));
          else await keep(() => counter.examine(filingId));
        }
        await counter.send();
        await keep(() =>
          counter.importFile(
            resultsFile(
              people.map(({ basicPensionNumber = "" }, at) => ({
                basicPensionNumber,
                result: at % 3 ? "approved" : "returned",
              })),
            ),
          ),
        );

        const outside = {
          stored: plainText(counter),
          log: JSON.stringify(counter.log.lines),
          problems: JSON.stringify(told),
          names: JSON.stringify([...counter.staging.files.keys(), ...counter.outbox.files.keys()]),
          workflow: JSON.stringify([counter.started, counter.woken]),
        };
        for (const [place, text] of Object.entries(outside)) {
          expect(text.length, place).toBeGreaterThan(20);
          expect(leaksIn(text, secrets), `batch ${batch}: ${place}`).toEqual([]);
        }
        const individualNumbers = new Set(people.map((one) => one.individualNumber));
        expect(numbersIn(JSON.stringify(shown), individualNumbers), `batch ${batch}: answers`).toEqual([]);
        expect(counter.log.lines.filter(({ code }) => code === "internal-error")).toEqual([]);
      }
      expect(operations).toBeGreaterThan(25_000);
    },
  );
});
