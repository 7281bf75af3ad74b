import type { MarkedPerson } from "./marked-people.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Path = readonly (string | number)[];

const leavesOf = (value: Json, path: Path = []): Path[] =>
  value !== null && typeof value === "object"
    ? [
        ...(path.length > 0 ? [path] : []),
        ...Object.entries(value).flatMap(([name, inner]) =>
          leavesOf(inner, [...path, Array.isArray(value) ? Number(name) : name]),
        ),
      ]
    : [path];

const replaced = (value: Json, [name, ...rest]: Path, by: Json): Json => {
  if (name === undefined || value === null || typeof value !== "object") return by;
  if (Array.isArray(value)) return value.map((inner, at) => (at === name ? replaced(inner, rest, by) : inner));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === name ? replaced(inner, rest, by) : inner]),
  );
};

/** A person's data where something else belongs, in every type that JSON has. */
export const wrongValues = (person: MarkedPerson): readonly Json[] => {
  const { name, nameKana, individualNumber = "", basicPensionNumber = "", address, phoneNumber } = person;
  return [
    individualNumber,
    name,
    { [individualNumber]: name, [name]: basicPensionNumber },
    [individualNumber, { [nameKana]: address }],
    Number(individualNumber),
    `${name} ${individualNumber} ${phoneNumber}`,
  ];
};

/** `body` with a person's data in the wrong place: in each field in turn, in all at once, and in fields that there are not. */
export const markedBodies = (body: object, person: MarkedPerson, shift = 0): unknown[] => {
  const valid = JSON.parse(JSON.stringify(body)) as Json;
  const wrong = wrongValues(person);
  const at = (nth: number) => wrong[(nth + shift) % wrong.length] as Json;
  const paths = leavesOf(valid);
  const every = paths.reduceRight<Json>((value, path, nth) => replaced(value, path, at(nth)), valid);
  const { individualNumber = "", name } = person;
  return [
    ...paths.map((path, nth) => replaced(valid, path, at(nth))),
    every,
    { ...body, [individualNumber]: name, [name]: individualNumber },
    [valid, name],
    name,
    `{"name":"${name}","number":${individualNumber}`,
    `${individualNumber} ${name}`,
  ];
};
