/* Bases of the whole relaxation, also where a worker has a part of it: a row that is not there is basic,
   a column that is not there is not. */
#include "search.h"

static int row_status(const worker *w, int row) {
    int at = w->row_at == NULL ? row : w->row_at[row];
    return at > 0 ? glp_get_row_stat(w->relaxation, at) : GLP_BS;
}

static int column_status(const worker *w, int column) {
    int at = place_of(w, column);
    if (at > 0) return glp_get_col_stat(w->relaxation, at);
    return w->lower[column] == w->search->first_upper[column] ? GLP_NU : GLP_NL;
}

/* The present basis. */
basis *save_basis(worker *w) {
    search *s = w->search;
    int rows = w->row_at == NULL ? glp_get_num_rows(w->relaxation) : s->model->rows + s->row_count;
    long bytes = sizeof(basis) + rows + s->columns;
    s->basis_bytes += bytes;
    basis *b = claim(s, bytes);
    b->rows = rows;
    b->columns = s->columns;
    b->references = 1;
    for (int i = 1; i <= rows; i++) b->status[i - 1] = row_status(w, i);
    for (int j = 1; j <= s->columns; j++) b->status[rows + j - 1] = column_status(w, j);
    return b;
}

/* Has a part go back to a basis, where there is one; rows that are newer than it are basic. */
void load_basis(worker *w, const basis *b) {
    if (b == NULL) {
        glp_adv_basis(w->relaxation, 0);
        return;
    }
    int rows = w->search->model->rows + w->search->row_count;
    for (int i = 1; i <= rows; i++)
        if (w->row_at[i] > 0)
            glp_set_row_stat(w->relaxation, w->row_at[i], i <= b->rows ? b->status[i - 1] : GLP_BS);
    for (int j = 1; j <= b->columns; j++)
        if (w->column_at[j] > 0)
            glp_set_col_stat(w->relaxation, w->column_at[j], b->status[b->rows + j - 1]);
}

void drop_basis(search *s, basis *b) {
    if (b == NULL || --b->references > 0) return;
    s->basis_bytes -= sizeof(basis) + b->rows + b->columns;
    give_back(s, b);
}
