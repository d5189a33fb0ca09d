import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { recordKinds } from "../../../models/contract/catalogue.ts";
import { instruments } from "../../../models/instruments/catalogue.ts";
import { treatment } from "../../../pipelines/deidentify/columns.ts";
import { agreedColumns } from "../../../pipelines/intake/agreed-columns.ts";
import { readNetwork } from "../../../pipelines/read-network.ts";
import { screenHeader } from "../../../pipelines/screen/screen-header.ts";

const identifier = (column: string, agreed: string[] = []) =>
  screenHeader("people.csv", [column], new Set(agreed)).map(({ facts }) => facts.identifier)[0] ?? null;

test.each([
  [
    "a person's name",
    "FirstName",
    "Client Name",
    "LAST_NAME",
    "fname",
    "MiddleInitial",
    "Name",
    "NameSuffix",
    "Maiden name",
    "NOMBRE",
    "Apellidos",
    "nickname",
    "CaseWorkerName",
    "Employer Name",
    "Contact First",
    "Name of Client",
    "name_client",
    "Name of the participant 2",
    "Case Name",
    "HH Name",
    "HoHName",
    "Payee Name",
    "Landlord name",
    "CoachName",
    "FirstNm",
    "fname2",
    "Last, First",
    "ClientLast",
    "Client Name(s)",
    "Nombre 2",
    "Primer Apellido",
    "ｎａｍｅ",
  ],
  [
    "a Social Security number",
    "SSN",
    "ss_no",
    "S.S.N.",
    "SocialSecurityNumber",
    "Social Security #",
    "ssn_last4",
    "client-ssn",
    "SSN hash",
    "Soc Sec",
    "SocSecNum",
    "SOCSECNO",
    "Social Sec #",
    "soc no",
    "SSN2",
    "ssn_1",
    "CLIENTSSN",
    "Last 4",
    "Número de Seguro Social",
    "num_seguro_social",
    "Seguridad Social",
    "NSS",
  ],
  [
    "a date of birth",
    "D.O.B.",
    "birthdate",
    "DateOfBirth",
    "BIRTH_DATE",
    "Birth Year",
    "yob",
    "ClientDOB",
    "fecha de nacimiento",
    "Birth",
    "Client Birth",
    "BirthDt",
    "DT_BIRTH",
    "Year Birth",
    "DOB2",
    "CLIENTDOB",
    "Fecha Nac.",
    "fec_nac",
    "Cumpleaños",
  ],
  [
    "a telephone number",
    "Phone",
    "phone_number",
    "Home Phone 2",
    "cellPhone",
    "Mobile",
    "Teléfono",
    "tel no",
    "Home Ph",
    "Ph #",
    "ph2",
    "CLIENTPHONE",
    "PhoneHome",
    "Cell 2",
    "Tel. casa",
    "Celular",
    "móvil",
    "Contact No.",
    "Phone١",
  ],
  ["a fax number", "Fax", "fax_no"],
  [
    "an e-mail address",
    "email",
    "E-mail",
    "EmailAddress",
    "e_mail_2",
    "Email1",
    "CLIENTEMAIL",
    "email2_type",
    "Correo electrónico 1",
  ],
  [
    "a street address",
    "Address",
    "address_line_1",
    "StreetAddress",
    "Street",
    "HomeAddress",
    "Apt",
    "PO Box",
    "Mailing Addr",
    "Residence",
    "Place of Residence",
    "Residential location",
    "Domicilio",
    "ResAddr1",
    "HOMEADDRESS",
    "Add 1",
    "House number",
    "Street 2",
    "Apt2",
    "Calle",
  ],
  [
    "a city or town",
    "City",
    "LastPermanentCity",
    "Birthplace",
    "City/State",
    "CityName",
    "City of residence",
    "Home City 2",
    "Hometown",
    "Municipio",
    "Ciudad y estado",
  ],
  [
    "a ZIP code",
    "ZIP",
    "zip_code",
    "ZIP5",
    "Postal Code",
    "LastPermanentZIP",
    "ZIP1",
    "City, State ZIP",
    "Cód. postal",
  ],
  [
    "an exact place",
    "Latitude",
    "lng",
    "GPS coordinates",
    "Geocode",
    "census_tract",
    "Latitude1",
    "lat2",
    "Latitud",
    "x_coord",
    "Census block",
  ],
  ["a medical record number", "MRN", "M.R.N.", "MedicalRecordNumber", "Patient ID"],
  [
    "a health plan number",
    "MedicaidID",
    "Insurance No",
    "member_id",
    "MBI",
    "Policy Number",
    "Medicaid #2",
    "Número de Medicaid",
    "ID Medicaid",
  ],
  [
    "a driving licence or passport number",
    "Driver's License",
    "DriversLicenseNumber",
    "driving licence no",
    "Passport Number",
    "Passport 2",
    "Number of passport",
    "Pasaporte",
    "Licencia de conducir",
  ],
  ["an account or card number", "Account Number", "acct_no", "IBAN", "Credit Card"],
  ["a vehicle number", "VIN", "License Plate", "VehicleID"],
  ["a device number", "DeviceID", "Serial Number", "IMEI", "MAC address"],
  ["a web address", "URL", "Website", "profile_url"],
  ["an IP address", "IP", "ip_address", "IPAddress"],
  ["a biometric mark", "Fingerprint", "voice_print", "biometrics"],
  ["a photograph", "Photo", "ClientPhotograph", "profile picture"],
  [
    "a tax number",
    "Tax ID",
    "TaxID1",
    "TIN",
    "ITIN",
    "Taxpayer Identification Number",
    "tax_no",
    "Client EIN",
    "EIN",
    "RFC",
  ],
  ["a national identity number", "CURP", "curp_2", "Cédula", "DNI", "National ID", "Matrícula consular"],
  ["an immigration number", "AlienNumber", "A-Number", "USCIS No"],
  [
    "free text",
    "Notes",
    "case_notes",
    "Comments",
    "Staff Comment",
    "OtherSpecify",
    "Notes 2",
    "Comment1",
    "Comment(s)",
    "Observaciones",
    "Other (describe)",
    "Additional Information",
  ],
])("%s: %s, %s and the like", (kind, ...columns) => {
  expect(columns.map((column) => [column, identifier(column)])).toEqual(columns.map((column) => [column, kind]));
});

test.each([
  "ProgramName",
  "SourceName",
  "OrganizationName",
  "ProjectName",
  "FileName",
  "Shelter",
  "Domain name",
  "SchoolYear",
  "NameDataQuality",
  "SSNDataQuality",
  "DOBDataQuality",
  "AddressDataQuality",
  "SSI",
  "SSDI",
  "SocialSupport",
  "SocialSecurityRetirementAmount",
  "BirthWeight",
  "Phonics level",
  "CapacityBuilding",
  "StreetOutreach",
  "PreviousStreetESSH",
  "DateToStreetESSH",
  "ZIP3",
  "County",
  "Long-term goal",
  "Latest score",
  "MedicalReferral",
  "Medicaid",
  "NoMedicaidReason",
  "LicensedChildCare",
  "LicenseType",
  "HasDriversLicense",
  "AccountableTo",
  "SavingsAccountOpened",
  "HasVehicle",
  "DeviceLoaned",
  "IEP",
  "Photo ID obtained",
  "Notebook",
  "ContactMethod",
  "has_phone",
  "AgeAtExportStart",
  "AgeAtEntry",
  "DeidentifiedBy",
  "person_token",
  "household_token",
  "entered_on",
  "HouseholdMemberToken",
  "Case ID token",
  "State",
  "State of residence",
  "County of residence",
  "SubsequentResidence",
  "ResidentialAffiliation",
  "LivingSituation",
  "SocSecRetirement",
  "SocSecRetirementAmount",
  "Soc Sec income",
  "Social skills",
  "SOC code",
  "Tax return filed",
  "TaxYear",
  "Tax credit amount",
  "First 5 program",
  "Capacity 2",
  "Electricity",
  "BirthCountry",
  "Country of birth",
  "Birth order",
  "PreTermBirth",
  "Level 2",
  "Score1",
  "Domain 18",
  "Q12",
  "ZIP3",
  "ZIP 3",
  "HH5Plus",
  "MonthsHomelessPastThreeYears",
  "PhaseNumber",
  "Phase 2",
  "Provider name",
  "PartnerName",
  "School name",
  "ClassName",
  "BusinessName",
  "Nombre del programa",
  "Case type",
  "Household size",
  "Payee type",
  "Follow-up 2",
  "Resource notebook",
  "Ward of the state",
  "FormerWardChildWelfare",
  "Headphones loaned",
  "Immobile",
  "Telehealth",
])("%s is innocent", (column) => {
  expect(identifier(column)).toBeNull();
});

const root = path.resolve(import.meta.dirname, "../../..");
const refused = (columns: readonly string[]) => columns.filter((column) => identifier(column) !== null);

test("the contract's own names are innocent, and so are the domains of every instrument", () => {
  expect(refused(recordKinds.flatMap(({ fields }) => Object.keys(fields)))).toEqual([]);
  expect(refused(instruments.flatMap(({ domains }) => domains))).toEqual([]);
});

test("every column that npm run deidentify leaves in an HMIS export is innocent", () => {
  const folder = path.join(root, "test/fixtures/hmis/export");
  const kept = readdirSync(folder).flatMap((file) => {
    const [header] = readFileSync(path.join(folder, file), "utf8").replace("\ufeff", "").split(/\r?\n/);
    return header!.split(",").filter((column) => treatment(path.basename(file, ".csv"), column).as !== "dropped");
  });
  expect(kept.length).toBeGreaterThan(100);
  expect(refused(kept)).toEqual([]);
});

test("every column the sample's partners have agreed to is innocent, agreed or not", () => {
  const { partners } = readNetwork(path.join(root, "data/network.yaml"));
  const columns = partners.flatMap(({ feeds }) =>
    feeds.flatMap((feed) =>
      feed.format === "csv" ? [...agreedColumns(feed).map(({ column }) => column), ...feed.ignore] : [],
    ),
  );
  expect(columns.length).toBeGreaterThan(100);
  expect(refused(columns)).toEqual([]);
});

test("an ambiguous word that was agreed to does not hide a plain one beside it", () => {
  expect(identifier("Facebook phone", ["Facebook phone"])).toBe("a telephone number");
});

test("5,000 columns nobody knows, and one of half a million letters, are screened in under a second", () => {
  const columns = Array.from(
    { length: 5000 },
    (_, at) => `Unknown measure of progress ${at} in the long form, part ${at}`,
  );
  const began = performance.now();
  expect(screenHeader("people.csv", [...columns, "a".repeat(500_000), "a ".repeat(250_000)], new Set())).toEqual([]);
  expect(performance.now() - began).toBeLessThan(1000);
});

test("a network can agree to an ambiguous name, never to a plain one", () => {
  expect(identifier("Notes", ["Notes"])).toBeNull();
  expect(identifier("FirstName", ["FirstName"])).toBe("a person's name");
});

test("data in the place of the header is not quoted", () => {
  const header = ["Guadalupe", "516-25-1004", "g@example.org", "(901) 555-0143", "５１６.２５.１００４", "٥١٦٢٥١٠٠٤"];
  const found = screenHeader("people.csv", header, new Set());
  expect(found.map(({ facts }) => facts.column)).toEqual(["column 2", "column 3", "column 4", "column 5", "column 6"]);
});
