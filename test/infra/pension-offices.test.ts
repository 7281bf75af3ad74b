import { describe, expect, it } from "vitest";
import { parameterFor } from "../../infra/parameter.ts";
import { environments } from "../../shared/contracts/environment.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { officeFor, pensionOfficesSchema } from "../../shared/domain/pension-offices.ts";

describe("the 年金事務所 of an environment", () => {
  it.each(["local", "dev", "production"])("of %s leave no postal code without one", (name) => {
    const { pensionOffices } = parameterFor(name);
    expect(pensionOfficesSchema.parse(pensionOffices)).toEqual(pensionOffices);
    expect(officeFor(pensionOffices, "153-8573").name).toBe("目黒年金事務所");
    expect(officeFor(pensionOffices, undefined).name).toBe("目黒年金事務所");
  });

  const read = (text: string) => environments["transmittal-steps"].shape.PENSION_OFFICES.safeParse(text);

  it("are read by the workflow as they were set, and nothing else is", () => {
    const { pensionOffices } = parameterFor("dev");
    expect(read(JSON.stringify(pensionOffices)).data).toEqual(pensionOffices);
    for (const text of ["", "[]", "{}", '[{"code":"01","name":"甲","postalCodes":["15"]}]'])
      expect([text, read(text).success]).toEqual([text, false]);
  });

  it("are told to no other function", () => {
    const told = keysOf(environments).filter((name) => "PENSION_OFFICES" in environments[name].shape);
    expect(told).toEqual(["transmittal-steps"]);
  });
});
