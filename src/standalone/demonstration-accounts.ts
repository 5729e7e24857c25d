import type { StaffRole } from '../modules/network';

/** One invented person for each role; `post` null is headquarters. */
export interface DemonstrationAccount {
  username: string;
  displayName: string;
  role: StaffRole;
  post: string | null;
}

const account = (
  username: string,
  displayName: string,
  role: StaffRole,
  post: string | null = null,
): DemonstrationAccount => ({ username, displayName, role, post });

/** Accounts of the demonstration; none of these people exists. */
export const DEMONSTRATION_ACCOUNTS: readonly DemonstrationAccount[] = [
  account('oficial.mad', 'Rosa Quispe Huamán', 'officer', 'MAD'),
  account('jefe.mad', 'Julio Paredes Núñez', 'head_of_post', 'MAD'),
  account('local.mad', 'Carmen Ortiz Vega', 'local_staff', 'MAD'),
  account('oficial.pat', 'Luis Mamani Ccori', 'officer', 'PAT'),
  account('jefe.pat', 'Elena Vargas Ríos', 'head_of_post', 'PAT'),
  account('jefe.bue', 'Jorge Salazar Peña', 'head_of_post', 'BUE'),
  account('honorario.ros', 'Marta Benítez Sosa', 'honorary_consul', 'ROS'),
  account('ode.aqp', 'Yeni Condori Apaza', 'ode_officer', 'AQP'),
  account('mesa.asn', 'Patricia Flores Tello', 'hq_analyst'),
  account('directora.dgc', 'Ana Lucía Rojas Cáceres', 'hq_director'),
  account('proteccion', 'Silvia Chávez Luna', 'protection_desk'),
  account('guardian', 'Raúl Ibáñez Soto', 'guardian'),
  account('finanzas', 'Óscar Medina Ruiz', 'finance_officer'),
  account('contabilidad', 'Teresa León Díaz', 'finance_accountant'),
  account('auditora', 'Norma Zegarra Polo', 'auditor'),
  account('datos', 'Iván Castro Mejía', 'data_protection_officer'),
  account('admin', 'Daniel Torres Gil', 'administrator'),
];
