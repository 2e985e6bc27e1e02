// Column names as companies and their staff systems write them, in English, German, French, Spanish and Chinese. The first names of a
// field win over later ones where a file holds several.

export const peopleColumns = {
  employee_id: ['employee_id', 'employee no', 'employee number', 'employee code', 'emp id', 'staff id', 'staff no', 'staff number', 'personnel number', 'person id', 'worker id', 'payroll number', 'badge number',
    'Personalnummer', 'Personalnr', 'Pers.-Nr', 'Mitarbeiternummer', 'Mitarbeiter-Nr', 'Mitarbeiter-ID', 'matricule', 'numéro matricule', 'identifiant', 'numéro employé', 'número de empleado', 'nº empleado', 'núm. empleado', 'código de empleado', 'legajo',
    '工号', '工號', '员工编号', '員工編號', '员工号', '員工號', '人员编号', '人員編號', '职工号', '職員編號', '员工UserID', '帐号', '账号', '帳號', 'UserID', 'user id'],
  name: ['name', 'full name', 'employee name', 'display name', 'legal name', 'preferred name', 'worker', 'worker name', 'Mitarbeiter', 'Mitarbeitername', 'vollständiger Name', 'nom', 'nom complet', 'nom et prénom', 'nombre', 'nombre completo', 'nombre y apellidos', '姓名', '名字', '员工姓名', '員工姓名'],
  first_name: ['first name', 'firstname', 'given name', 'forename', 'Vorname', 'Rufname', 'prénom', 'nombre de pila', '名'],
  last_name: ['last name', 'lastname', 'surname', 'family name', 'Nachname', 'Familienname', 'nom de famille', 'apellidos', 'apellido', '姓', '姓氏'],
  email: ['email', 'e-mail', 'work email', 'mail', 'email address', 'work email address', 'company email', 'business email', 'email primary work', 'primary email', 'E-Mail-Adresse', 'Mailadresse', 'Firmen-E-Mail', 'courriel', 'adresse e-mail', 'adresse mail', 'email professionnel', 'correo', 'correo electrónico', 'correo corporativo', 'dirección de correo',
    '邮箱', '郵箱', '电子邮件', '電子郵件', '电子邮箱', '電子郵箱', '電郵', '邮件', '公司邮箱', '企业邮箱', '工作邮箱', '邮箱地址', '企業郵箱', '工作郵箱', '信箱'],
  department: ['department', 'dept', 'department id', 'department path', 'department name', 'sub unit', 'org unit', 'organisation unit', 'organizational unit', 'organisation', 'supervisory organization', 'Abteilung', 'Organisationseinheit', 'OE', 'Fachbereich', 'service', 'département', 'unité organisationnelle', 'departamento', 'unidad organizativa',
    '主部门', '主部門', '部门', '部門', '所属部门', '所屬部門', '部门路径', '部門路徑', '部门编号', '部門編號', '部门名称', '部門名稱', '所在部门', '所在部門'],
  department_above: ['division', 'business unit', 'Bereich', 'Geschäftsbereich', 'Hauptabteilung', 'direction', 'división', 'dirección', 'área', '事业部', '事業部', '一级部门', '一級部門', '中心'],
  department_below: ['team', 'sub department', 'subdepartment', 'group', 'Gruppe', 'équipe', 'equipo', '小组', '小組', '组', '二级部门', '二級部門', '团队', '團隊'],
  department_parent: ['parent department', 'department parent', 'parent org unit', 'übergeordnete Abteilung', 'département parent', 'departamento superior', '上级部门', '上級部門', '父部门', '父部門'],
  manager_id: ['manager_id', 'manager employee id', 'supervisor id', 'manager number', 'manager email', 'manager', 'supervisor', 'reports to', 'reporting to', 'line manager', 'direct manager', 'boss', 'manager name', 'supervisor name', 'supervisor email',
    'Vorgesetzter', 'Vorgesetzte', 'Vorgesetzte/r', 'Führungskraft', 'Personalnummer Vorgesetzter', 'responsable', 'supérieur', 'supérieur hiérarchique', 'manager direct', 'jefe', 'jefe directo', 'supervisor directo', 'responsable directo',
    '上级工号', '上級工號', '直属上级', '直屬上級', '上级', '上級', '主管工号', '主管工號', '直属主管', '直屬主管', '直接上级', '直接上級', '经理工号', '經理工號', '汇报对象', '匯報對象', '直属领导'],
  manager_first: ['supervisor first name', 'manager first name', 'Vorname Vorgesetzter'],
  manager_last: ['supervisor last name', 'manager last name', 'Nachname Vorgesetzter'],
  site: ['site', 'location', 'work location', 'office', 'workplace', 'office location', 'Standort', 'Arbeitsort', 'Niederlassung', 'lieu de travail', 'lieu', 'établissement', 'sede', 'centro de trabajo', 'ubicación', '地点', '地點', '工作地点', '工作地點', '办公地点', '辦公地點', '工作城市'],
  joined_on: ['joined_on', 'joined', 'join date', 'date joined', 'joining date', 'start date', 'hire date', 'date of hire', 'Eintrittsdatum', 'Eintritt', 'Einstellungsdatum', "date d'entrée", "date d'embauche", 'date entrée', 'fecha de ingreso', 'fecha de alta', 'fecha de incorporación', 'fecha de contratación', '入职日期', '入職日期', '到职日期', '到職日期', '入职时间', '入職時間'],
  language: ['language', 'lang', 'preferred language', 'Sprache', 'langue', 'idioma', '语言', '語言'],
  status: ['status', 'employment status', 'employee status', 'Beschäftigungsstatus', 'statut', 'estado', '员工状态', '員工狀態', '在职状态', '在職狀態', '状态', '狀態'],
} as const satisfies Record<string, readonly string[]>;

export const departmentColumns = {
  id: ['id', 'department id', 'department_id', 'code', '编号', '編號', '部门编号', '部門編號', '部门ID', '部門ID'],
  parent: ['parent', 'parent id', '上级部门', '上級部門', '上级部门编号', '上級部門編號', '上级编号', '上級編號', '父部门', '父部門'],
  name: ['name', 'department', 'department name', '名称', '名稱', '部门名称', '部門名稱', '部门', '部門'],
  head: ['head', 'head id', 'manager', '负责人', '負責人', '部门负责人', '部門負責人', '负责人工号', '負責人工號', '主管'],
} as const satisfies Record<string, readonly string[]>;

export type PeopleField = keyof typeof peopleColumns;
export type DepartmentField = keyof typeof departmentColumns;

export const peopleFields = Object.keys(peopleColumns) as PeopleField[];

/** Without case, accents, width, spaces and marks: «E-mail_Adresse» is «emailadresse». */
export function foldedName(header: string): string {
  return header.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replaceAll('#', 'number').replaceAll('ß', 'ss').replace(/[\s_\-.:*'’/]+/g, '');
}

/** The names a header goes by: whole, and without what stands in brackets. */
export function namesOf(header: string): string[] {
  const whole = foldedName(header);
  const bare = foldedName(header.replace(/[(（[【].*?[)）\]】]/gu, ''));
  return bare === '' || bare === whole ? [whole] : [whole, bare];
}

const all = new Set([...Object.values(peopleColumns), ...Object.values(departmentColumns)].flat().map(foldedName));

/** How many columns of a header are known: the separator, the header row and the encoding that give most are the right ones. */
export function knownColumns(header: readonly string[]): number {
  return header.filter((cell) => cell.length < 60 && cell.trim() !== '' && namesOf(cell).some((name) => all.has(name))).length;
}
