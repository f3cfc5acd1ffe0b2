//! Files: choosing them, and those that are there.

use leptos::prelude::*;

use crate::{
    blank::given,
    field::{Fault, Hint, Label, control_id, described_by, frame},
    icon::Icon,
};

/// A field for files. Its form must be `enctype="multipart/form-data"`.
#[component]
pub fn FileField(
    /// Name of the field in the form.
    #[prop(into)]
    name: String,
    /// Label.
    #[prop(into)]
    label: String,
    /// Media types that the browser offers; the server's rules judge.
    #[prop(into)]
    accept: String,
    /// Several can be chosen at once.
    #[prop(optional)]
    multiple: bool,
    /// What is wrong with a file.
    #[prop(optional_no_strip)]
    fault: Option<String>,
    /// Help, shown below the label: which files, how large.
    #[prop(optional, into)]
    hint: String,
    /// A word beside the label, such as that it may stay blank.
    #[prop(optional, into)]
    note: String,
    /// Id, where the same name occurs in two forms of a page.
    #[prop(optional, into)]
    id: String,
) -> impl IntoView {
    let id = control_id(id, &name);
    let frame = frame(fault.is_some());
    let described = described_by(&id, &hint, fault.as_deref());
    let invalid = fault.is_some().then_some("true");
    view! {
        <div class=frame>
            <Label id=id.clone() label=label note=note />
            <Hint id=id.clone() hint=hint />
            <Fault id=id.clone() fault=fault />
            <input
                class="input input--file"
                type="file"
                id=id
                name=name
                accept=accept
                multiple=multiple
                aria-invalid=invalid
                aria-describedby=described
            />
        </div>
    }
}

/// A line of [`FileList`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileItem {
    /// Key.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// How large it is, in words.
    pub size: String,
    /// Where it can be downloaded.
    pub href: String,
}

/// Files that are there, with links. In a form (`field` given) each has a ticked box that sends its key: who unticks it leaves the
/// file out.
#[component]
pub fn FileList(
    /// What they are.
    #[prop(into)]
    label: String,
    /// The files; nothing is shown when there are none.
    files: Vec<FileItem>,
    /// Name of the boxes.
    #[prop(optional, into)]
    field: String,
    /// Help, shown below the label.
    #[prop(optional, into)]
    hint: String,
    /// Text of the links, where the name labels a box.
    #[prop(optional, into)]
    open: String,
) -> impl IntoView {
    if files.is_empty() {
        return ().into_any();
    }
    let Some(field) = given(field) else {
        let items = files.into_iter().map(|file| {
            view! {
                <li class="files__item">
                    <Link href=file.href text=file.name />
                    <span class="files__size">{file.size}</span>
                </li>
            }
        });
        let items = items.collect_view();
        return view! {
            <ul class="files" role="list" aria-label=label>
                {items}
            </ul>
        }
        .into_any();
    };
    let id = control_id(String::new(), &format!("{field}-kept"));
    let described = described_by(&id, &hint, None);
    let items = files.into_iter().enumerate().map(|(index, file)| {
        let own = format!("{id}-{index}");
        let (labelled, name) = (own.clone(), file.name.clone());
        view! {
            <li class="files__item">
                <label class="files__box" for=labelled>
                    <input class="check__input" type="checkbox" id=own name=field.clone() value=file.id checked=true />
                    <bdi class="files__name">{name}</bdi>
                    <span class="files__size">{file.size}</span>
                </label>
                <a class="files__link" href=file.href download="">
                    {open.clone()}
                    <bdi class="visually-hidden">{file.name}</bdi>
                </a>
            </li>
        }
    });
    let items = items.collect_view();
    view! {
        <fieldset class="field" aria-describedby=described>
            <legend class="field__label">{label}</legend>
            <Hint id=id hint=hint />
            <ul class="files" role="list">
                {items}
            </ul>
        </fieldset>
    }
    .into_any()
}

#[component]
fn Link(href: String, text: String) -> impl IntoView {
    view! {
        <a class="files__link" href=href download="">
            <Icon name="receipt" />
            <bdi class="files__name">{text}</bdi>
        </a>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> FileItem {
        FileItem { id: "ab12".into(), name: name.into(), size: "2 KB".into(), href: "/files/ab12".into() }
    }

    #[test]
    fn a_file_in_a_form_is_a_ticked_box_that_sends_its_key() {
        let owner = Owner::new();
        owner.set();
        let html = view! { <FileList label="L" files=vec![file("<b>.pdf")] field="files" open="O" /> }.to_html();
        assert!(html.contains("type=\"checkbox\"") && html.contains("name=\"files\" value=\"ab12\" checked"), "{html}");
        assert!(
            html.contains("href=\"/files/ab12\"") && html.contains("&lt;b&gt;.pdf") && !html.contains("<b>"),
            "{html}"
        );
    }

    #[test]
    fn files_that_are_sent_are_links_and_none_are_nothing() {
        let owner = Owner::new();
        owner.set();
        let html = view! { <FileList label="L" files=vec![file("a.pdf")] /> }.to_html();
        assert!(html.contains("href=\"/files/ab12\"") && !html.contains("checkbox"), "{html}");
        let none = view! { <FileList label="L" files=Vec::new() /> }.to_html();
        assert!(!none.contains("<ul"), "{none}");
    }
}
