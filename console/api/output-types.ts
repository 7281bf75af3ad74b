import type { Department } from "../../shared/domain/departments.ts";
import type { Role } from "../../shared/domain/roles.ts";
import type { Instant, PlainDate } from "../../shared/law/calendar.ts";

/** An output as the API shows it to who may see it. */
export interface ShownOutput {
  readonly outputId: string;
  readonly kindLabel: string;
  readonly state: string;
  readonly stateLabel: string;
  readonly purposeLabel: string;
  readonly reason: string;
  readonly requestedAt: Instant;
  readonly requestedBy: string;
  readonly parts: number;
  readonly takenParts: number;
  readonly expiresAt: Instant;
}

export interface OutputsAnswer {
  readonly outputs: readonly ShownOutput[];
}

/** A part of an output, once: its bytes and their SHA-256 in hexadecimal. */
export interface TakenPart {
  readonly name: string;
  readonly contentBase64: string;
  readonly sha256: string;
}

export interface ShownRight {
  readonly rightId: string;
  readonly officer: string;
  readonly department: Department;
  readonly departmentLabel: string;
  readonly duty: Role;
  readonly dutyLabel: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly temporary: string | null;
  readonly confirmedOn: PlainDate;
  readonly decidedBy: string;
  readonly stateLabel: string;
  /** The half-yearly review has still to confirm it. */
  readonly reviewDue: boolean;
  readonly ended: { readonly at: Instant; readonly causeLabel: string } | null;
  readonly lastUsedAt: Instant | null;
}

export interface RightsAnswer {
  readonly rights: readonly ShownRight[];
}
