/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Exit statuses that scripts rely on. */
enum { VW_CLI_DONE = 0, VW_CLI_FAILED = 1, VW_CLI_USAGE = 2, VW_CLI_INTERRUPTED = 130 };

/* Each command: argv[0] is its name, and the return value the exit status. */
int vw_cli_info (int argc, char **argv);
int vw_cli_train (int argc, char **argv);
int vw_cli_evaluate (int argc, char **argv);
int vw_cli_predict (int argc, char **argv);
int vw_cli_inspect (int argc, char **argv);
int vw_cli_histogram (int argc, char **argv);
int vw_cli_vocabulary (int argc, char **argv);
int vw_cli_matrix (int argc, char **argv);
int vw_cli_sweep (int argc, char **argv);
int vw_cli_compare (int argc, char **argv);
int vw_cli_fetch_mnist (int argc, char **argv);
