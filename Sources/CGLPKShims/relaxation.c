#include "search.h"
#include <math.h>

/* A column counts as integer within this. */
static const double integrality = 1e-7;

int is_integer(const search *s, int column) { return s->model->is_integer[column - 1]; }

/* How far a column's value lies above an integer; 0 where it is one. */
double fraction(const search *s, int column) {
    double part = s->values[column] - floor(s->values[column]);
    return part <= integrality || part >= 1 - integrality ? 0 : part;
}

/* Whether no wanted solution has this objective. */
int is_hopeless(const search *s, double bound) {
    return s->cutoff < HUGE_VAL && bound >= s->cutoff - 1e-10 * (1 + fabs(s->cutoff));
}

static int milliseconds_left(const search *s) {
    if (s->options->time_limit <= 0) return 0x7fffffff;
    double left = 1000 * (s->options->time_limit - seconds_since(s->started));
    return left < 1 ? 1 : left > 2e9 ? 0x7fffffff : (int)left;
}

static int judge_status(search *s) {
    switch (glp_get_status(s->relaxation)) {
    case GLP_OPT: return is_hopeless(s, glp_get_obj_val(s->relaxation)) ? CUT_OFF : RELAXED;
    case GLP_NOFEAS: return CUT_OFF;
    default: return glp_get_prim_stat(s->relaxation) == GLP_NOFEAS ? CUT_OFF : BROKEN;
    }
}

/* Solves the relaxation from its present basis; 0 as limit means none. */
int relax(search *s, int iteration_limit) {
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.meth = GLP_DUALP;
    parameters.tm_lim = milliseconds_left(s);
    if (iteration_limit > 0) parameters.it_lim = iteration_limit;
    if (s->cutoff < HUGE_VAL) parameters.obj_ul = s->cutoff;
    int code = glp_simplex(s->relaxation, &parameters);
    if (code != 0 && code != GLP_EOBJUL && code != GLP_EITLIM && code != GLP_ETMLIM && code != GLP_EBOUND) {
        glp_adv_basis(s->relaxation, 0);
        code = glp_simplex(s->relaxation, &parameters);
    }
    if (code == GLP_EOBJUL || code == GLP_EBOUND) return CUT_OFF;
    if (code == GLP_EITLIM || code == GLP_ETMLIM) return UNFINISHED;
    return code == 0 ? judge_status(s) : BROKEN;
}

void bound_column(search *s, int column, double lower, double upper) {
    if (s->lower[column] == lower && s->upper[column] == upper) return;
    s->lower[column] = lower;
    s->upper[column] = upper;
    glp_set_col_bnds(s->relaxation, column, lower == upper ? GLP_FX : GLP_DB, lower, upper);
}

/* The present basis. */
basis *save_basis(search *s) {
    int rows = glp_get_num_rows(s->relaxation);
    long bytes = sizeof(basis) + rows + s->columns;
    s->basis_bytes += bytes;
    basis *b = glp_alloc(1, bytes);
    b->rows = rows;
    b->references = 1;
    for (int i = 1; i <= rows; i++) b->status[i - 1] = glp_get_row_stat(s->relaxation, i);
    for (int j = 1; j <= s->columns; j++) b->status[rows + j - 1] = glp_get_col_stat(s->relaxation, j);
    return b;
}

/* Goes back to a basis, where there is one; rows that are newer than it are basic. */
void load_basis(search *s, const basis *b) {
    if (b == NULL) return;
    int rows = glp_get_num_rows(s->relaxation);
    for (int i = 1; i <= rows; i++)
        glp_set_row_stat(s->relaxation, i, i <= b->rows ? b->status[i - 1] : GLP_BS);
    for (int j = 1; j <= s->columns; j++) glp_set_col_stat(s->relaxation, j, b->status[b->rows + j - 1]);
}

void drop_basis(search *s, basis *b) {
    if (b == NULL || --b->references > 0) return;
    s->basis_bytes -= sizeof(basis) + b->rows + s->columns;
    glp_free(b);
}
